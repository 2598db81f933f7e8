import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { pick, write } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const [where, operation] = page.document.querySelectorAll<HTMLElement>('riv-radio');
  const [a, b, result] = page.document.querySelectorAll<HTMLElement & { value: unknown }>('riv-number');
  const address = await page.find('riv-textbox');
  const state = await page.find('#state');
  write(a!, '6');
  write(b!, '7');
  pick(operation!, 'multiply');
  await until(() => result!.value === 42, '6 · 7 in the page');
  await until(() => /calculator \| \d+ ms \| –/.test(String(state.value)), 'how long it took');
  // Nothing listens there: the page says so, and goes on.
  write(address, 'http://127.0.0.1:9');
  pick(where!, 'on the server');
  await until(() => String(state.value).includes('There is no server at http://127.0.0.1:9'), 'words');
  pick(operation!, 'add');
  await until(() => result!.value === 13, '6 + 7 all the same');
  expect(
    page.document.body.querySelector('riv-blocks')!.shadowRoot!.querySelector('riv-server-note'),
  ).to.equal(null);
};

export default check;
