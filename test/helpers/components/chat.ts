import type { Component as PageComponent, Page } from '../pages.ts';
import { until } from '../wait.ts';

/** The messages that a Chatbot shows, as `user: text`, in order. */
export function saidIn(chatbot: Element): string[] {
  const articles = [...(chatbot.shadowRoot?.querySelectorAll<HTMLElement>('article') ?? [])];
  return articles.map((each) => `${each.classList[1]}: ${textIn(each)}`);
}

/** What a message says, its buttons left out. */
export function textIn(article: Element): string {
  const texts = [...article.querySelectorAll<HTMLElement>(':scope > .column > .bubble')];
  return texts
    .map((each) => each.textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Waits until the last message that a Chatbot shows is this. */
export const lastSaid = (chatbot: Element, words: string | RegExp) =>
  until(
    () => {
      const last = saidIn(chatbot).at(-1) ?? '';
      return typeof words === 'string' ? last === words : words.test(last);
    },
    `${words} as the last message`,
    10,
  );

/** A button of a Chatbot by its name; the last of several. */
export const toolOf = (chatbot: Element, name: string): HTMLButtonElement | null =>
  [...(chatbot.shadowRoot?.querySelectorAll<HTMLButtonElement>('button') ?? [])].findLast(
    (each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').trim() === name,
  ) ?? null;

/** Presses a button of a Chatbot, once it is there. */
export async function pressTool(chatbot: Element, name: string): Promise<void> {
  (await until(() => toolOf(chatbot, name), `a button ${name}`)).click();
}

/** Writes into a Textbox and presses Enter, as a user does, in whichever page it is. */
export function enter(textbox: HTMLElement, text: string): void {
  const field = textbox.shadowRoot!.querySelector<HTMLTextAreaElement>('textarea')!;
  const { Event: PageEvent, KeyboardEvent: PageKey } = textbox.ownerDocument.defaultView!;
  field.value = text;
  field.dispatchEvent(new PageEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(
    new PageKey('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }),
  );
}

/** A chat in a page, as its reader has it. */
export async function chatIn(page: Page) {
  const app = await page.find('riv-chat-interface, riv-blocks');
  const chatbot = await until(() => app.querySelector<PageComponent>('riv-chatbot'), 'a Chatbot');
  const textbox = await until(
    () =>
      app.querySelector<PageComponent>('[slot="textbox"]') ??
      (app.localName === 'riv-blocks' && !app.querySelector('riv-chat-interface')
        ? app.querySelector<PageComponent>('riv-textbox, riv-multimodal-textbox')
        : null),
    'a Textbox',
  );
  await until(() => textbox.shadowRoot?.querySelector('textarea'), 'a box to write in');
  return {
    chatbot,
    textbox,
    ask: (text: string) => enter(textbox, text),
    said: () => saidIn(chatbot),
    last: (words: string | RegExp) => lastSaid(chatbot, words),
    press: (name: string) => pressTool(chatbot, name),
  };
}
