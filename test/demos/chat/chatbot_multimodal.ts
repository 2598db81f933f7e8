import { expect } from '@esm-bundle/chai';
import { chatIn } from '../../helpers/components/chat.ts';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const chat = await chatIn(page);
  const { File: PageFile, DataTransfer: PageTransfer, DragEvent: PageDrag } = page.window;
  const dropped = new PageTransfer();
  dropped.items.add(new PageFile(['abc'], 'note.txt', { type: 'text/plain' }));
  const box = chat.textbox.shadowRoot!.querySelector('.box')!;
  box.dispatchEvent(new PageDrag('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
  await until(() => chat.textbox.shadowRoot!.querySelector('[aria-label="Remove note.txt"]'), 'the file');
  chat.ask('See this');
  await chat.last('assistant: I have got: note.txt: 3 bytes of text/plain');
  expect(chat.chatbot.shadowRoot!.querySelector('a.file')!.getAttribute('aria-label')).to.equal(
    'Download note.txt',
  );
  expect(chat.textbox.value).to.deep.equal({ text: '', files: [] });
};

export default check;
