import { expect } from '@esm-bundle/chai';
import { inFrame } from '../helpers/built.ts';
import { served } from '../helpers/origins.ts';

/** The policy of docs/guide/hosting.md for modules with `workerURL`, and what videos and ffmpeg need besides. */
const csp = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' blob:",
  'media-src blob:',
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "worker-src 'self'",
].join('; ');

describe('Video in the built library', function () {
  this.timeout(120_000);

  it('streams and converts, also by ffmpeg, where workers come from workerURL alone', async () => {
    const url = new URL(served('test/fixtures/dist/video.html', { csp }));
    // A worker from a file goes by the policy that its own file is sent with.
    url.searchParams.set('workerURL', served('dist/handler-worker.js', { csp }));
    const { error, results } = await inFrame(url.href);
    expect(error).to.equal(undefined);
    expect(results).to.deep.equal({
      stream: '160 px, 2 s',
      webm: 'video/webm 160 px, 1 s',
      foreign: 'video/mp4 160 px, 1 s',
    });
  });
});
