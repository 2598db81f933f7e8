import { expect } from '@esm-bundle/chai';
import { chatIn } from '../../helpers/components/chat.ts';
import type { Check } from '../../helpers/demos.ts';

const check: Check = async (page) => {
  const chat = await chatIn(page);
  chat.ask('Bern');
  await chat.last('assistant: In Bern it is 18 °C, with a light wind.');
  const folds = [...chat.chatbot.shadowRoot!.querySelectorAll('details')];
  expect(folds.map((fold) => fold.querySelector('.fold-title')!.textContent)).to.deep.equal([
    'Planning',
    'Search',
    'Weather service',
  ]);
  expect(folds[0]!.contains(folds[1]!) && folds[1]!.contains(folds[2]!)).to.equal(true);
};

export default check;
