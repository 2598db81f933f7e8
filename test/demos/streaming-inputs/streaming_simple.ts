import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { pixels } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const [camera, output] = [await page.find('riv-image'), await page.find('riv-column:last-child riv-image')];
  await page.press(/Webcam/);
  await page.press('Record');
  await until(() => camera.streamStats.delivered >= 5, 'five frames');
  expect(camera.streamState).to.equal('open');
  const shown = (await pixels(output))!;
  expect(shown.width, 'width of the frames').to.be.above(100);
  await page.press('Stop');
  await until(() => camera.streamState === 'closed', 'the end'); // [C88]
};

export default check;
