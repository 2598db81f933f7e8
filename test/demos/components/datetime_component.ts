import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { write } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const [from, to] = page.document.querySelectorAll<HTMLElement>('riv-date-time');
  const given = await page.find('riv-json');
  await until(() => from!.shadowRoot?.querySelector('input'), 'the boxes');
  await page.press('How long is that?');
  const { from: now } = (await until(() => given.value, 'what came')) as { from: number };
  expect(now).to.be.closeTo(Date.now() / 1000 - 300, 20);
  write(from!, '2030-01-30T23:00:00Z');
  write(to!, '2030-02-01 01:30:00');
  await page.press('How long is that?');
  const between = await page.find('[slot=output]');
  await until(() => between.value === '1 days and 90 minutes', 'the time between');
  expect(given.value).to.include({ to: Date.parse('2030-02-01T00:30:00Z') / 1000, day: '2030-01-31' });
};

export default check;
