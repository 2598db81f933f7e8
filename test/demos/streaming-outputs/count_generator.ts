import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { follow, write } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const n = await page.find('riv-number');
  const output = await page.find('riv-textbox');
  write(n, '3');
  const seen = follow(output);
  await page.press('Count');
  await until(
    () => (output.status.stage === 'complete' || output.status.stage === 'idle' ? seen.length === 3 : false),
    'the end',
  );
  expect(seen.map(({ value }) => value)).to.deep.equal(['0', '1', '2']); // [C113]
  expect(seen[2]!.at - seen[0]!.at, 'seconds from the first to the last').to.be.within(0.8, 2);
  await page.press('List');
  await until(() => output.value === '0, 1, 2', 'the list');
};

export default check;
