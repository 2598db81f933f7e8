import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { follow } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const source = await page.find('#source');
  const result = await page.find<HTMLElement & { language: string }>('#result');
  await until(() => source.shadowRoot!.querySelector('[role=textbox]'), 'the editor');
  const seen = follow(result as never);
  await page.press('Send it through');
  await until(() => (result as never as { value: string }).value === source.value, 'the code');
  expect(
    seen
      .map(({ value }) => value)
      .filter((value, at) => !String(source.value).startsWith(String(value)) || at > 6),
  ).to.deep.equal([]);
  expect(seen).to.have.length(7);
  await until(() => /def.*return/.test(spans(result)), 'Python in colours');
};

const spans = (code: HTMLElement): string =>
  [...code.shadowRoot!.querySelectorAll('.cm-line span')].map((span) => span.textContent).join(' ');

export default check;
