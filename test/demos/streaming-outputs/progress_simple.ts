import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { write } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const [word, reversed] = [await page.find('[slot="input"]'), await page.find('[slot="output"]')];
  write(word, 'abc');
  const told: string[] = [];
  type Levels = { progress?: { fraction: number; desc?: string }[] };
  const look = () => {
    const said = (reversed.status as Levels).progress
      ?.map(({ fraction, desc }) => `${desc ?? ''} ${fraction.toFixed(2)}`)
      .join('; ');
    if (said && said !== told.at(-1)) told.push(said);
    return reversed.value === 'cba';
  };
  await page.press('Submit');
  await until(look, 'the word reversed');
  expect(told[0]).to.equal('Starting 0.00');
  expect(told).to.include.members(['Reversing 0.33', 'Reversing 0.67']); // [C59]
};

export default check;
