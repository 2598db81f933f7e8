import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { type Component, pixels } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

/** True for a picture of nothing but white on much black. */
async function blackAndWhite(component: Component): Promise<boolean> {
  const { data } = (await pixels(component))!;
  const levels = new Set(data.filter((_, i) => i % 4 !== 3));
  return levels.size === 2 && levels.has(0) && levels.has(255);
}

const check: Check = async (page) => {
  const [filter, camera, result] = await Promise.all(
    ['#filter', '#camera', '#result'].map((id) => page.find(id)),
  );
  await page.press(/Webcam/);
  await page.press('Record');
  await until(() => result!.value, 'a frame upside down');

  // Another filter counts with the next frame, while the stream goes on. [C77]
  filter!.value = 'edges';
  await until(() => blackAndWhite(result!), 'edges, white on black');
  filter!.value = 'cartoon';
  await until(async () => !(await blackAndWhite(result!)), 'a cartoon');
  expect(camera!.streamState).to.equal('open');
  const lines = (await pixels(result!))!.data.filter(
    (_, i, data) => i % 4 === 0 && !data[i] && !data[i + 1] && !data[i + 2],
  );
  expect(lines.length, 'black pixels of the lines').to.be.above(100);
  await page.press('Stop');
  await until(() => camera!.streamState === 'closed', 'the end');
};

export default check;
