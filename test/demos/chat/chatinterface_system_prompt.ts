import { expect } from '@esm-bundle/chai';
import { chatIn } from '../../helpers/components/chat.ts';
import type { Check } from '../../helpers/demos.ts';
import { write } from '../../helpers/pages.ts';

const check: Check = async (page) => {
  const chat = await chatIn(page);
  const prompt = await page.find('[slot="additional"][label="System Prompt"]');
  write(prompt, 'Be brief.');
  chat.ask('Hi');
  await chat.last(/^assistant: System prompt: Be brief\. ?Message: Hi\.$/);
  const tokens = await page.find('riv-slider');
  tokens.value = 10;
  chat.ask('Hi');
  await chat.last('assistant: System pro');
  expect(chat.said()).to.have.length(4);
};

export default check;
