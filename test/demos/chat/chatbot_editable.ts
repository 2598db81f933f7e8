import { expect } from '@esm-bundle/chai';
import { chatIn } from '../../helpers/components/chat.ts';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const chat = await chatIn(page);
  await until(() => chat.said().length === 2, 'two messages');
  await chat.press('Edit');
  const box = await until(() => chat.chatbot.shadowRoot!.querySelector('textarea'), 'an editor');
  box.value = 'It is 4.';
  await chat.press('Save');
  await chat.last('assistant: It is 4.');
  const told = await page.find('#told');
  await until(() => told.value, 'the edit told');
  expect(told.value).to.equal('Message 2: “It is 5.” is “It is 4.” now, of 2.');
};

export default check;
