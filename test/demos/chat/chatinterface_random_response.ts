import { expect } from '@esm-bundle/chai';
import { chatIn } from '../../helpers/components/chat.ts';
import { until } from '../../helpers/wait.ts';
import type { Check } from '../../helpers/demos.ts';

const check: Check = async (page) => {
  const chat = await chatIn(page);
  for (const [at, text] of ['Is it?', 'Really?'].entries()) {
    chat.ask(text);
    await until(() => chat.said().length === 2 * at + 2, 'an answer');
    await chat.last(/^assistant: (Yes|No)$/);
    expect(chat.said()).to.have.length(2 * at + 2);
    expect(chat.said()[2 * at]).to.equal(`user: ${text}`);
  }
};

export default check;
