import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const stars = await page.find('riv-html');
  const verdict = await page.find('riv-textbox');
  const pressed = () => stars.shadowRoot!.querySelectorAll('[aria-pressed=true]').length;
  await until(() => pressed() === 3, 'three stars');
  await page.press('4 of 5');
  await until(() => verdict.value === 'Good', 'the verdict');
  expect([stars.value, pressed()]).to.deep.equal([4, 4]);
  await page.press('It was perfect');
  await until(() => pressed() === 5, 'five stars');
  expect(verdict.value).to.equal('Good');
};

export default check;
