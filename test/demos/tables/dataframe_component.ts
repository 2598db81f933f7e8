import { expect } from '@esm-bundle/chai';
import { cellsOf, headersOf } from '../../helpers/components/dataframe.ts';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const [planets, sums] = [...page.document.querySelectorAll<HTMLElement>('riv-dataframe')];
  await until(() => cellsOf(sums!).length === 2, 'what is said of the numbers');
  expect(headersOf(sums!)).to.deep.equal(['column', 'least', 'mean', 'most']);
  expect(cellsOf(sums!)[0]!.slice(0, 2)).to.deep.equal(['Radius, km', '2439.7']);
  await page.press('Add row');
  await until(() => cellsOf(planets!).length === 9, 'the row');
};

export default check;
