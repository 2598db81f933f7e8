import { cellOf } from '../../helpers/components/dataframe.ts';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const tax = await page.find('[slot=output]');
  const assets = await page.find('riv-dataframe');
  await until(() => cellOf(assets, 1, 2), 'the table');
  cellOf(assets, 1, 2).querySelector('input')!.click(); // the bicycle counts, too
  await until(() => tax.value === 11_288, `the tax, not ${tax.value}`);
};

export default check;
