import type { Check } from '../../helpers/demos.ts';
import { type Plot, said } from '../../helpers/components/plots.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const course = await page.find<Plot>('riv-line-plot');
  const bins = await page.find<Plot>('riv-bar-plot');
  const alarm = await page.find('riv-label');
  await page.press(/Webcam/);
  await page.press('Record');
  const points = () => Number(/(\d+) points?\./.exec(said(course))?.[1] ?? 0);
  await until(() => points() >= 5, 'brightness over time');
  await until(() => said(bins).includes('3 series: red, green, blue'), 'the histogram');
  const cells = async () =>
    (await page.find('riv-dataframe')).shadowRoot!.querySelectorAll('[role=gridcell]');
  await until(async () => (await cells()).length === 4, 'the figures in their table');
  const limit = await page.find('riv-slider');
  limit.value = 255;
  await until(() => alarm.value === 'Too dark', 'the alarm');
  await page.press('Stop');
};

export default check;
