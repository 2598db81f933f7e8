import { expect } from '@esm-bundle/chai';
import { until } from '../../helpers/wait.ts';
import type { Check } from '../../helpers/demos.ts';
import { enter, lastSaid, saidIn } from '../../helpers/components/chat.ts';

const check: Check = async (page) => {
  const chat = await page.find('#chat');
  const message = await page.find('#message');
  for (const [at, text] of ['Hello', 'And now?'].entries()) {
    enter(message, text);
    await until(() => saidIn(chat).length === 2 * at + 2, 'an answer');
    await lastSaid(chat, /^assistant: (How are you\?|Today is a great day|I'm very hungry)$/);
    expect(saidIn(chat)[2 * at]).to.equal(`user: ${text}`);
    expect(saidIn(chat)).to.have.length(2 * at + 2);
    expect(message.value).to.equal('');
  }
  (await page.find('#clear')).click();
  await lastSaid(chat, '');
};

export default check;
