import { expect } from '@esm-bundle/chai';
import { chatIn } from '../../helpers/components/chat.ts';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const chat = await chatIn(page);
  chat.ask('So?');
  const fold = await until(() => chat.chatbot.shadowRoot!.querySelector('details'), 'a thought');
  expect(fold.open).to.equal(true);
  await chat.last('assistant: Based on my thoughts and analysis, my response is: So?');
  await until(() => !fold.open, 'the thought closed');
  expect(fold.querySelectorAll('li')).to.have.length(3);
  expect(fold.querySelector('summary')!.textContent!.replace(/\s+/g, ' ')).to.match(/Thought ?\d\.\d s/);
};

export default check;
