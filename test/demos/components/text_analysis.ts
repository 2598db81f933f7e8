import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { write } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const words = await page.find('riv-highlighted-text');
  const shown = () =>
    [...words.shadowRoot!.querySelectorAll('.mark')].map((each) =>
      [...each.children].map((part) => part.textContent).join(': '),
    );
  await until(() => shown().length === 8, 'the words');
  const json = await page.find('riv-json');
  expect(json.value).to.deep.include({ characters: 36, tokens: 8, determiner: 3, noun: 2 });
  write(await page.find('riv-textbox'), 'It was the best of times, it was the worst of times.');
  await page.press('Submit');
  await until(() => shown().length === 14, 'the words of another sentence');
  const [first, second] = shown();
  expect([first, second]).to.deep.equal(['It: pronoun', 'was: auxiliary']);
  const table = await page.find('riv-html');
  await until(() => table.shadowRoot!.textContent!.includes('punctuation'), 'the table of kinds');
};

export default check;
