import { expect } from '@esm-bundle/chai';
import { Blocks, Image, gradio, on } from '../../src/index.ts';
import { fakeCamera } from '../../src/testing/index.ts';
import { clearPage } from '../helpers/page.ts';
import { press } from '../helpers/press.ts';
import { recordCamera } from '../helpers/stream.ts';
import { until } from '../helpers/wait.ts';
import { describeWith, serverURL } from './server.ts';

const url = await serverURL();

async function middle(picture: Blob): Promise<number[]> {
  const bitmap = await createImageBitmap(picture);
  const context = new OffscreenCanvas(1, 1).getContext('2d')!;
  context.drawImage(bitmap, bitmap.width / 2, bitmap.height / 2, 1, 1, 0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data];
}

describeWith(url, "a camera's frames on a Gradio server", function () {
  this.timeout(60_000);
  afterEach(clearPage);

  for (const api of ['/invert', '/frames'])
    it(`come back from ${api}, one after the other`, async () => {
      const camera = fakeCamera({
        source: (context) => {
          context.fillStyle = '#ff0000';
          context.fillRect(0, 0, 64, 48);
        },
        width: 64,
        height: 48,
      });
      try {
        const input = new Image({ sources: ['webcam'] });
        const output = new Image({ streaming: true });
        const app = new Blocks({}, input, output).mount();
        await app.ready;
        on(input, 'stream', {
          fn: gradio(url!, api) as never,
          inputs: [input],
          outputs: [output],
          streamEvery: 0.1,
        });
        await recordCamera(input);
        await until(() => input.streamStats.delivered >= 4, 'four frames', 40);
        const [red, green, blue] = await middle((await output.toBlob())!);
        expect(red).to.be.below(60);
        expect(green).to.be.above(190);
        expect(blue).to.be.above(190);
        await press(input, 'Stop');
        await until(() => input.streamState === 'closed');
      } finally {
        camera.restore();
      }
    });
});
