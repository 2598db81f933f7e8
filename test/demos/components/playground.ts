import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const tip = await page.find('#tip');
  const frame = await until(() => tip.shadowRoot!.querySelector('iframe'), 'the frame');
  const result = await until(
    () => frame.contentDocument!.querySelector<HTMLElement & { value: unknown }>('[slot=output]'),
    'the app',
  );
  const bill = frame.contentDocument!.querySelector('riv-number')!;
  await until(() => bill.shadowRoot?.querySelector('input'), 'the bill');
  bill.shadowRoot!.querySelector('input')!.value = '100';
  bill.shadowRoot!.querySelector('input')!.dispatchEvent(new Event('input', { bubbles: true }));
  await until(() => Math.abs(Number(result.value) - 110) < 0.001, 'what is to be paid: 110');
  const counter = await page.find('#counter');
  const still = await until(() => counter.shadowRoot!.querySelector('[aria-readonly]'), 'the source');
  expect(still.textContent).to.include('async function* count');
};

export default check;
