import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { pixels } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const [filter, camera] = [await page.find('riv-dropdown'), await page.find('riv-image')];
  filter.value = 'edges';
  await page.press(/Webcam/);
  await page.press('Record');
  await until(() => camera.streamStats.delivered >= 3, 'three frames');
  // What is shown in the place of the camera is the result. [C83]
  const levels = new Set((await pixels(camera))!.data);
  expect([...levels].sort()).to.deep.equal([0, 255]);
  await page.press('Stop');
  await until(() => camera.streamState === 'closed' && camera.value === null, 'an empty frame');
};

export default check;
