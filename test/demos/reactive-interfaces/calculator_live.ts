import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { buttons, pick, write } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const [a, operation, b] = page.document.querySelectorAll<HTMLElement>('[slot="input"]');
  const result = await page.find('[slot="output"]');
  expect(buttons(page.document).map((button) => button.textContent?.trim())).not.to.include('Submit');
  write(a!, '4');
  write(b!, '5');
  pick(operation!, 'add');
  await until(() => result.value === 9, '4 + 5'); // [C4]
  pick(operation!, 'multiply');
  await until(() => result.value === 20, '4 · 5');
  write(a!, '7');
  await until(() => result.value === 35, '7 · 5');
};

export default check;
