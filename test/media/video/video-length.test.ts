import { expect } from '@esm-bundle/chai';
import { VideoStream } from '../../../src/media/video/video-stream.ts';
import { work } from '../../../src/media/video-worker/service.ts';
import { each, engine } from '../../helpers/media/frames.ts';
import { clip, look } from '../../helpers/media/video.ts';
import { withoutDurations } from '../../helpers/media/webm.ts';

/** Expects a file of 30 pictures a second, of which every one is as long as the time to the next, in all readers. */
async function expectLength(file: Blob, seconds: number): Promise<void> {
  expect((await look(file)).duration, 'as the browser plays it').to.be.closeTo(seconds, 0.008);
  const { duration, fps } = await engine().frames(file).info();
  expect(duration, 'as ctx.frames tells').to.be.closeTo(seconds, 0.008);
  expect(fps).to.be.closeTo(30, 0.05);
  const frames = await each(engine().frames(file), (frame) => [frame.timestamp, frame.duration!]);
  expect(frames).to.have.length(Math.round(seconds * 30));
  for (const [at, [timestamp, length]] of frames.entries())
    expect(timestamp! + length!).to.be.closeTo(((at + 1) * 1e6) / 30, 8000);
}

describe('the length of WebM that is written here', () => {
  const colours = ['red', 'lime', 'blue'];
  const kinds: [string, (file: Blob) => Promise<Blob>][] = [
    ['', async (file) => file],
    [', also where chunks do not say how long pictures are shown', withoutDurations],
  ];

  for (const [words, as] of kinds)
    it(`is that of the chunks that are joined${words}`, async () => {
      const film = new VideoStream();
      for (const colour of colours) await film.append(clip(`${colour}.webm`).then(as));
      await film.finish();
      await expectLength((await film.toBlob())!, 3);
      film.close();
    });

  it('is that of an MP4', async () => {
    const silent = { type: 'video/webm', sound: false };
    await expectLength(await work('convert', [await clip('red.mp4'), silent]), 1);
  });

  it('is that of a recording without sound whose packets are copied', async () => {
    const silent = await work('convert', [await withoutDurations(await clip('red.webm')), { sound: false }]);
    await expectLength(silent, 1);
  });
});
