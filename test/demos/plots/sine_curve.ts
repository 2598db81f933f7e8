import type { Check } from '../../helpers/demos.ts';
import { type Plot, said } from '../../helpers/components/plots.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const plot = await page.find<Plot>('riv-line-plot');
  await until(() => said(plot).includes('400 points'), 'a curve');
  const first = plot.value;
  await until(() => plot.value !== first, 'the next curve');
};

export default check;
