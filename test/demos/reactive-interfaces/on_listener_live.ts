import type { Check } from '../../helpers/demos.ts';
import { write } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const sum = await page.find('#sum');
  await until(() => sum.value === 3, 'the sum when the page is ready'); // [C42]
  write(await page.find('#a'), '4');
  await until(() => sum.value === 6, '4 + 1 + 1');
  write(await page.find('#c'), '10');
  await until(() => sum.value === 15, '4 + 1 + 10');
};

export default check;
