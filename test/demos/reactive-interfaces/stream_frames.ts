import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { pixels } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const [camera, output] = [await page.find('[slot="input"]'), await page.find('[slot="output"]')];
  await page.press(/Webcam/);
  await page.press('Record');
  await until(() => camera.streamStats.delivered >= 3, 'three frames'); // [C11]
  const { data, width, height } = (await pixels(output))!;
  // The made-up camera draws its time near the top: upside down it is near the bottom.
  const bright = (y: number) =>
    data.subarray(y * width * 4, (y + 1) * width * 4).filter((value, i) => i % 4 === 1 && value > 200).length;
  const rows = Array.from({ length: height }, (_, y) => bright(y));
  expect(
    rows.some((count) => count > 0),
    'something bright',
  ).to.equal(true);
  await page.press('Stop');
  await until(() => camera.streamState === 'closed', 'the end');
};

export default check;
