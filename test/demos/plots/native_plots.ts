import type { Check } from '../../helpers/demos.ts';
import { type Plot, brush, said } from '../../helpers/components/plots.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const plot = await page.find<Plot>('riv-line-plot');
  const list = await page.find<Plot>('#list');
  await until(() => said(plot).includes('60 points'), 'the plot');
  // It says what it shows a moment before it is drawn.
  const found = () => (Array.isArray(list.value) ? list.value : null); // empty it is no list
  const rows = (await until(() => found() ?? void brush(plot, 0.5, 0.75), 'the rows in the range')) as {
    day: number;
  }[];
  const days = rows.map(({ day }) => day);
  if (days[0]! < 29 || days.at(-1)! > 47) throw new Error(`listed the days ${days}`);
};

export default check;
