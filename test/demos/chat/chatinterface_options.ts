import { expect } from '@esm-bundle/chai';
import { chatIn } from '../../helpers/components/chat.ts';
import type { Check } from '../../helpers/demos.ts';

const check: Check = async (page) => {
  const chat = await chatIn(page);
  chat.ask('Hello');
  await chat.press('An order');
  await chat.last('assistant: About “My order”: somebody will look into it.');
  expect(chat.said()[2]).to.equal('user: My order');
};

export default check;
