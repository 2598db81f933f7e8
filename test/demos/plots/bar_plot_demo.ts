import type { Check } from '../../helpers/demos.ts';
import { type Plot, said } from '../../helpers/components/plots.ts';
import { pick } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const plot = await page.find<Plot>('riv-bar-plot');
  await until(() => said(plot).includes('5 categories'), 'bars');
  pick(await page.find('riv-radio'), 'count');
  await until(() => said(plot).includes('count of price by cuisine'), 'the count');
};

export default check;
