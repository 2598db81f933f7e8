import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { write } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const diff = await page.find('riv-highlighted-text');
  const marks = () =>
    [...diff.shadowRoot!.querySelectorAll('.mark')].map((each) => {
      const [words, label] = each.children;
      return `${label!.textContent}: ${words!.textContent}`;
    });
  await until(() => marks().length === 5, 'the marks');
  expect(marks()).to.deep.equal([
    'taken out: quick',
    'put in: fast',
    'taken out: jumped',
    'put in: jumps',
    'taken out: the ',
  ]);
  write(await page.find('riv-textbox'), 'The fast brown fox jumps over lazy cats.');
  await until(() => marks().length === 2, 'the difference of another text');
  expect(marks()).to.deep.equal(['taken out: cats', 'put in: dogs']);
};

export default check;
