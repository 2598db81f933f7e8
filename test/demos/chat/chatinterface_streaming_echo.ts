import { expect } from '@esm-bundle/chai';
import { chatIn } from '../../helpers/components/chat.ts';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const chat = await chatIn(page);
  await chat.press('Hello');
  await chat.last('assistant: You typed: Hello');
  chat.ask('A text that is long enough for a Stop to come in between its letters');
  await chat.last(/^assistant: You typed: A te/);
  await page.press('Stop');
  await until(() => chat.chatbot.status.stage === 'complete', 'the end');
  const [, , question, answer] = chat.said();
  expect(question).to.match(/^user: A text/);
  expect(answer)
    .to.match(/^assistant: You typed: A te/)
    .and.not.match(/letters$/);
};

export default check;
