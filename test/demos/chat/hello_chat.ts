import { expect } from '@esm-bundle/chai';
import { chatIn } from '../../helpers/components/chat.ts';
import type { Check } from '../../helpers/demos.ts';

const check: Check = async (page) => {
  const chat = await chatIn(page);
  chat.ask('Ada');
  await chat.last('assistant: Hello, Ada!');
  expect(chat.said()).to.deep.equal(['user: Ada', 'assistant: Hello, Ada!']);
  expect(chat.textbox.value).to.equal('');
};

export default check;
