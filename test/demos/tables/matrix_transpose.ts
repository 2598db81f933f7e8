import { cellsOf } from '../../helpers/components/dataframe.ts';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const [matrix, transpose] = [...page.document.querySelectorAll<HTMLElement>('riv-dataframe')];
  await until(() => cellsOf(matrix!).length === 5, 'five empty rows');
  await page.press(/1,2,3\],\[4,5,6\]/);
  await page.press('Submit');
  await until(
    () => JSON.stringify(cellsOf(transpose!)) === '[["1","4","7"],["2","5","8"],["3","6","9"]]',
    'the transpose',
  );
};

export default check;
