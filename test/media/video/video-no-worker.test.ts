import { expect } from '@esm-bundle/chai';
import { once } from '../../helpers/wait.ts';
import { clip, colourOf } from '../../helpers/media/video.ts';

describe('a stream of videos on a page that forbids workers', () => {
  const Own = Worker;
  before(() => {
    // The script of the worker is no script: the browser tells of it with an error event, as it does of a policy.
    globalThis.Worker = class extends Own {
      constructor() {
        super('data:text/javascript,throw 1');
      }
    };
  });
  after(() => {
    globalThis.Worker = Own;
  });

  it('plays the chunks as they are, one after the other', async () => {
    const { VideoStream } = await import('../../../src/media/video/video-stream.ts');
    const film = new VideoStream({ autoplay: true });
    film.video.muted = true;
    document.body.append(film.video);
    const errors: string[] = [];
    film.addEventListener('error', (event) => errors.push((event as CustomEvent<Error>).detail.message));
    for (const name of ['red.mp4', 'lime.webm']) await film.append(clip(name));
    await film.finish();
    expect(film.duration).to.be.closeTo(2, 0.1);
    await once(film, 'end');
    expect(colourOf(film.video)).to.equal('lime');
    expect(errors).to.deep.equal([]);
    const failure = await film.toBlob().catch((error: Error) => error);
    expect((failure as Error).name).to.equal('WorkerError');
    film.close();
    film.video.remove();
  });
});
