import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { follow, pixels } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const output = await page.find('[slot="output"]');
  const sizes: string[] = [];
  const colours = new Set<number>();
  output.addEventListener('change', async () => {
    const { width, height } = output.value as ImageData;
    sizes.push(`${width}×${height}`);
  });
  const seen = follow(output);
  await page.press('Submit');
  await until(() => seen.length === 1, 'the first noise');
  for (const value of (await pixels(output))!.data.subarray(0, 4000)) colours.add(value);
  expect(colours.size, 'different bytes in the noise').to.be.above(200); // [C115]
  await until(() => seen.length === 4, 'the picture');
  expect(sizes).to.deep.equal(['600×600', '600×600', '600×600', '1000×1000']); // [C114]
  for (const [i, { at }] of seen.slice(1, 3).entries()) expect(at - seen[i]!.at).to.be.within(0.8, 2);
  const { data, width, height } = (await pixels(output))!;
  expect([width, height]).to.deep.equal([1000, 1000]);
  for (const at of [0, 2_000_000, 3_999_996])
    expect([...data.subarray(at, at + 4)]).to.deep.equal([255, 124, 0, 255]);
  await page.press('Submit');
  await page.press('Stop');
  await page.press('Submit');
  await page.press('Stop');
};

export default check;
