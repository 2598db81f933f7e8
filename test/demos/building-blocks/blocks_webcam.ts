import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { pixels } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const camera = await page.find('[slot="input"]');
  const output = await page.find('[slot="output"]');
  await page.press(/Webcam/);
  await page.press(/^Capture/);
  await until(() => camera.value, 'the picture');
  await page.press('Submit');
  await until(() => output.value, 'the picture upside down');
  const [taken, turned] = [(await pixels(camera))!, (await pixels(output))!];
  const row = taken.width * 4;
  expect([turned.width, turned.height]).to.deep.equal([taken.width, taken.height]);
  for (const y of [0, 100, taken.height - 1]) {
    const there = (taken.height - 1 - y) * row;
    expect(turned.data.slice(y * row, (y + 1) * row)).to.deep.equal(taken.data.slice(there, there + row));
  }
};

export default check;
