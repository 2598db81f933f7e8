import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { enter, lastSaid, saidIn } from '../../helpers/components/chat.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const chat = await page.find('#chat');
  const message = await page.find('#message');
  enter(message, 'Words');
  await until(() => saidIn(chat)[0] === 'user: Words', 'the question');
  await lastSaid(chat, /^assistant: You said Words\. Words that/);
  (await page.find('#stop')).click();
  await until(() => chat.status.stage === 'complete', 'the end of what was stopped');
  const said = saidIn(chat);
  expect(said).to.have.length(2);
  expect(said[1]).to.not.contain('await read');
  enter(message, 'More');
  await lastSaid(chat, /await read\(word\);$/);
  expect(saidIn(chat)).to.have.length(4);
};

export default check;
