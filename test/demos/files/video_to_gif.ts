import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const [output] = [await page.find('[slot="output"]')];
  const [, seconds, fps, width] = [...page.document.querySelectorAll('[slot="input"]')] as {
    value?: unknown;
  }[];
  Object.assign(seconds!, { value: 2 });
  Object.assign(fps!, { value: 5 });
  Object.assign(width!, { value: 160 });
  await page.press('Submit');
  const gif = await until(() => output.toBlob(), 'the GIF', 25);
  expect(gif.type).to.equal('image/gif');
  const decoder = new ImageDecoder({ type: gif.type, data: gif.stream() });
  await decoder.completed;
  expect(decoder.tracks.selectedTrack!.frameCount).to.equal(10);
  const [{ image: first }, { image: last }] = [
    await decoder.decode({ frameIndex: 0 }),
    await decoder.decode({ frameIndex: 9 }),
  ];
  expect([first.displayWidth, first.displayHeight]).to.deep.equal([160, 90]);
  expect(await colours(first), 'a picture, not one colour').to.be.above(30);
  expect(await colours(last)).to.be.above(30);
  for (const frame of [first, last]) frame.close();
  decoder.close();
};

/** Counts different colours. */
async function colours(frame: VideoFrame): Promise<number> {
  const context = new OffscreenCanvas(frame.displayWidth, frame.displayHeight).getContext('2d')!;
  context.drawImage(frame, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, frame.displayWidth, frame.displayHeight);
  return new Set(new Uint32Array(data.buffer, 0, width * height)).size;
}

export default check;
