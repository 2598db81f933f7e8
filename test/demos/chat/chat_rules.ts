import { expect } from '@esm-bundle/chai';
import { chatIn } from '../../helpers/components/chat.ts';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const chat = await chatIn(page);
  const answers: string[] = [];
  chat.chatbot.addEventListener('change', () => {
    const { role, content } = (chat.chatbot.value as { role: string; content: string }[]).at(-1)!;
    if (role === 'assistant') answers.push(content);
  });
  for (const [question, words] of [
    ['Hello', ['Hello. ', 'How ', 'are ', 'you ', 'feeling ', 'today?']],
    [
      'I need my computer',
      ['Would ', 'it ', 'really ', 'help ', 'you ', 'to ', 'get ', 'your ', 'computer?'],
    ],
    ['I am tired of you!', ['How ', 'long ', 'have ', 'you ', 'been ', 'tired ', 'of ', 'I?']],
  ] as const) {
    answers.length = 0;
    chat.ask(question);
    await chat.last(`assistant: ${words.join('')}`);
    await until(() => chat.chatbot.status.stage === 'complete', 'the end');
    expect(answers).to.deep.equal(words.map((_, at) => words.slice(0, at + 1).join('')));
  }
};

export default check;
