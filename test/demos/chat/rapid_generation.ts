import { expect } from '@esm-bundle/chai';
import { saidIn } from '../../helpers/components/chat.ts';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const chat = await page.find('riv-chatbot');
  const numbers = page.document.querySelectorAll('riv-number');
  await page.press('Start');
  await until(() => [...numbers].map(({ value }) => value).join() === '22,23,22,23', 'the last numbers');
  await until(() => saidIn(chat).at(-1) === `assistant: ${Array(10).fill(12).join(' ')}`, 'the last words');
  expect(saidIn(chat).slice(0, 2)).to.deep.equal([
    `user: ${Array(10).fill(1).join(' ')}`,
    `assistant: ${Array(10).fill(2).join(' ')}`,
  ]);
  expect(saidIn(chat)).to.have.length(12);
};

export default check;
