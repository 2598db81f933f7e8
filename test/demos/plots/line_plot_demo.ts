import type { Check } from '../../helpers/demos.ts';
import { type Plot, brush, said } from '../../helpers/components/plots.ts';
import { pick } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const plot = await page.find<Plot & { xLim: number[] | null; xBin: string }>('riv-line-plot');
  await until(() => said(plot).includes('48 points'), 'a point for each hour');
  pick(await page.find('riv-radio'), '4h');
  await until(() => said(plot).includes('12 points'), 'a point for every four hours');
  brush(plot, 0.25, 0.5);
  const [from, to] = await until(() => plot.xLim, 'the zoom');
  if (!(to! - from! > 3600 && to! - from! < 86_400)) throw new Error(`zoomed to ${from} … ${to}`);
  const area = plot.shadowRoot!.querySelector('[part=area]')!;
  area.dispatchEvent(new page.window.MouseEvent('dblclick', { bubbles: true }));
  await until(() => plot.xLim === null, 'the whole');
};

export default check;
