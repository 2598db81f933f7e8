import type { Check } from '../../helpers/demos.ts';
import { type Plot, said } from '../../helpers/components/plots.ts';
import { write } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const plot = await page.find<Plot>('riv-line-plot');
  const far = await page.find('riv-number');
  await until(() => Math.round(Number(far.value)) === 64, 'the first flight');
  await until(() => said(plot).includes('Distance, m from 0 to 63.7'), 'its path');
  write(await page.find('riv-slider'), '10');
  await until(() => Math.round(Number(far.value)) === 10, 'a shorter flight');
};

export default check;
