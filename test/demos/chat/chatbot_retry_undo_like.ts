import { expect } from '@esm-bundle/chai';
import { chatIn } from '../../helpers/components/chat.ts';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const chat = await chatIn(page);
  chat.ask('One');
  await chat.last('assistant: You have said 1 things; the last was: One');
  chat.ask('Two');
  await chat.last('assistant: You have said 2 things; the last was: Two');
  await chat.press('Dislike');
  const told = await page.find('#told');
  await until(() => told.value === 'Disliked: You have said 2 things; the last was: Two', 'what was pressed');
  await chat.press('Retry');
  await until(() => chat.chatbot.status.stage === 'complete', 'the end');
  expect(chat.said()).to.have.length(4);
  await chat.press('Undo');
  await until(() => chat.said().length === 2 && chat.textbox.value === 'Two', 'the question taken back');
};

export default check;
