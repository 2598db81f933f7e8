import { expect } from '@esm-bundle/chai';
import { RivVideo } from '../../../src/components/video/video.ts';
import { until } from '../../helpers/wait.ts';
import { clip } from '../../helpers/media/video.ts';

// In a file of its own: in a fresh page no worker has been started.
describe('a Video that waits for a stream', () => {
  it('starts what takes chunks apart when a run begins, not before', async () => {
    const { Worker: Native } = globalThis;
    const started: object[] = [];
    globalThis.Worker = class extends Native {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        started.push(this);
      }
    };
    const video = new RivVideo({ streaming: true, autoplay: true });
    document.body.append(video);
    try {
      await video.updateComplete;
      await until(() => customElements.get('riv-video-player') !== undefined, 'player');
      expect(started).to.have.length(0);
      video.status = { stage: 'pending', show: 'full' };
      await until(() => started.length > 0, 'worker');
      const run = new AbortController();
      video.fromHandler(await clip('red.mp4'), run.signal);
      await until(() => video.shadowRoot?.querySelector('riv-video-player')?.duration === 1, 'a chunk');
      run.abort();
      expect(await video.toBlob()).to.be.instanceOf(Blob);
      expect(started).to.have.length(1);
    } finally {
      globalThis.Worker = Native;
      video.remove();
    }
  });
});
