import type { Check } from '../../helpers/demos.ts';
import { type Plot, said } from '../../helpers/components/plots.ts';
import { pick } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const plot = await page.find<Plot>('riv-scatter-plot');
  await until(() => said(plot).includes('400 points'), 'the cars');
  if (!said(plot).includes('3 series: Europe, Japan, USA')) throw new Error(said(plot));
  pick(await page.find('riv-radio'), 'weight');
  await until(() => plot.shadowRoot!.querySelector('.ramp'), 'the shades of a number');
};

export default check;
