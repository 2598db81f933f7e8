import { expect } from '@esm-bundle/chai';
import { cellsOf } from '../../helpers/components/dataframe.ts';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const rounds = await page.find('riv-slider');
  rounds.value = 3;
  await page.press('Submit');
  const table = await page.find('riv-dataframe');
  await until(() => cellsOf(table).length === 1, 'the first round before the last');
  await until(() => cellsOf(table).length === 3, 'three rounds');
  const [round, thrown, , pi] = cellsOf(table)[2]!;
  expect([round, thrown]).to.deep.equal(['3', '3000000']);
  expect(Number(pi)).to.be.within(3.1, 3.2);
};

export default check;
