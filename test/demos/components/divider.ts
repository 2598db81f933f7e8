import type { Check } from '../../helpers/demos.ts';
import { write } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const line = await page.find<HTMLElementTagNameMap['riv-divider']>('#line');
  write(await page.find('#text'), 'Later');
  await until(() => line.label === 'Later', 'the new text in the line');
  const bare = await page.find('#bare');
  bare.shadowRoot!.querySelector('input')!.click();
  await until(() => line.label === '', 'a line without a text');
};

export default check;
