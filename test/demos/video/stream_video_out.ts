import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { once, until } from '../../helpers/wait.ts';
import { pictureAt } from '../../helpers/media/video.ts';

const check: Check = async (page) => {
  const [input, output] = [await page.find('riv-video[slot="input"]'), await page.find('[slot="output"]')];
  const played = once(output, 'play');
  const stages: string[] = [];
  output.addEventListener('change', () => stages.push(output.status.stage));
  await page.press('Submit');
  await played; // [C118]
  await until(() => output.status.stage === 'complete', 'the end of the run', 25);
  expect(stages).to.have.length(3);
  const [before, after] = [
    await pictureAt((await input.toBlob())!, 5),
    await pictureAt((await output.toBlob())!, 5),
  ];
  expect([after.width, after.height]).to.deep.equal([before.width, before.height]);
  expect(after.duration).to.be.closeTo(6, 0.1);
  const pixel = ({ data, width }: ImageData, x: number, y: number) => data[(y * width + x) * 4]!;
  let apart = 0;
  for (let y = 4; y < before.height; y += 8)
    for (let x = 4; x < before.width; x += 8)
      apart += Math.abs(pixel(before.image, x, y) - pixel(after.image, x, before.height - 1 - y));
  expect(apart / (40 * 22), 'levels between the picture and its mirror image').to.be.below(30);
};

export default check;
