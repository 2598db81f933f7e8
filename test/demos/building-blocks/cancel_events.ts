import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { write } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const [iteration, , onChange, onSubmit, echo] = page.document.querySelectorAll<
    HTMLElement & { value: string; status: { stage: string } }
  >('riv-textbox');
  const result = await page.find('riv-number');
  const busy = () => iteration!.status.stage === 'generating';
  const idle = (stage: string) => stage === 'idle' || stage === 'complete';

  await page.press('Start iterating');
  await until(() => iteration!.value === 'Step 2 of 9', 'the second step');
  await page.press('Stop iterating');
  await until(() => !busy(), 'the end');
  expect(iteration!.value).to.match(/^Step [23] of 9$/); // [C49]

  await page.press('Start iterating');
  await page.press('Start expensive calculation');
  await until(() => busy() && result.status.stage === 'pending', 'both to run');
  write(onChange!, 'enough');
  await until(() => !busy() && idle(result.status.stage), 'both to be over');
  expect(result.value).to.equal(null);

  await page.press('Start iterating');
  await until(busy, 'it to run');
  write(onSubmit!, 'stop');
  const field = onSubmit!.shadowRoot!.querySelector('input, textarea')!;
  field.dispatchEvent(
    new page.window.KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
  );
  await until(() => echo!.value === 'stop' && !busy(), 'the echo, and the end');
};

export default check;
