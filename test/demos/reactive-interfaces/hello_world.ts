import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { write } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const name = await page.find('[slot="input"]');
  const greeting = await page.find('[slot="output"]');
  write(name, 'Ada');
  await page.press('Submit');
  await until(() => greeting.value === 'Hello Ada!', 'the greeting');
  expect(name.value).to.equal('Ada');
};

export default check;
