import type { Check } from '../../helpers/demos.ts';
import { pick } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const items = await page.find('riv-checkbox-group');
  const size = await page.find('riv-number');
  pick(items, 'Milk');
  pick(items, 'Water');
  await page.press('Add items');
  await until(() => size.value === 2, 'two things');
  await page.press('Add items');
  await until(() => size.value === 4, 'four things');
};

export default check;
