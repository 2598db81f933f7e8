/** @file Finds the parts of a ChatInterface among its children, makes those that are missing, and dresses them. */

import type { ChatExample } from '../../components/chatbot/chat-host.ts';
import { RivChatbot } from '../../components/chatbot/chatbot.ts';
import { RivMultimodalTextbox } from '../../components/multimodal-textbox/multimodal-textbox.ts';
import { RivTextbox } from '../../components/textbox/textbox.ts';
import type { Input } from '../../shared/protocol.ts';
import { type Component, isComponent } from '../shortcuts.ts';
import type { Question } from './answers.ts';
import type { ChatAppHost, ChatTextbox } from './chat-app-host.ts';
import { say, sayUsual } from '../../words/apps.ts';

/** What a ChatInterface is made of. */
export class ChatParts {
  chatbot!: RivChatbot;
  textbox!: ChatTextbox;
  /** Inputs whose values follow the history. */
  additional: Component[] = [];
  readonly #host: ChatAppHost;

  constructor(host: ChatAppHost) {
    this.#host = host;
  }

  /** What was said last in the box. */
  #said = { label: say('message'), placeholder: say('typeMessage') };

  /** Looks for them, and makes those that are missing. @returns true where the chatbot or the textbox is another one */
  find(): boolean {
    const host = this.#host;
    const { given } = host;
    const inSlot = <C extends Element>(name: string, is: (each: Element) => boolean) =>
      [...host.children].find((each): each is C => each.slot === name && is(each));
    const chatbot =
      given.chatbot ??
      inSlot<RivChatbot>('chatbot', (each) => each instanceof RivChatbot) ??
      new RivChatbot({ height: 480, editable: 'user' });
    const textbox =
      given.textbox ??
      inSlot<ChatTextbox>(
        'textbox',
        (each) => each instanceof RivTextbox || each instanceof RivMultimodalTextbox,
      ) ??
      this.#makeTextbox();
    for (const [part, slot] of [
      [chatbot, 'chatbot'],
      [textbox, 'textbox'],
      ...given.additional.map((part) => [part, 'additional'] as const),
    ] as const) {
      // What stands elsewhere in the page stays there.
      if (part.parentNode) continue;
      part.slot = slot;
      host.append(part);
    }
    const others = [...host.children].filter(({ slot }) => slot === 'additional');
    const inside = others.flatMap((each) => [each, ...each.querySelectorAll('*')]).filter(isComponent);
    this.additional = [...given.additional, ...inside.filter((each) => !given.additional.includes(each))];
    if (chatbot === this.chatbot && textbox === this.textbox) return false;
    this.chatbot = host.chatbot = chatbot;
    this.textbox = host.textbox = textbox;
    return true;
  }

  /** Gives them what they show of the app. @param stops - True shows Stop in place of the button that asks. */
  dress(stops: boolean): void {
    const { textbox } = this;
    const said = { label: say('message'), placeholder: say('typeMessage') };
    // In another language by now; what the page wrote into it stays.
    if (textbox.label === this.#said.label) textbox.label = said.label;
    if (textbox.placeholder === this.#said.placeholder) textbox.placeholder = said.placeholder;
    this.#said = said;
    const { submitLabel, stopLabel, examples } = this.#host;
    this.textbox.submitBtn = stops ? false : sayUsual('send', submitLabel) || true;
    this.textbox.stopBtn = stops ? sayUsual('stop', stopLabel) || true : false;
    if (examples.length > 0) this.chatbot.examples = examples.map(exampleOf);
  }

  /** Gives the additional inputs the values of an example, where it has such. */
  fill(example: unknown): void {
    if (!Array.isArray(example)) return;
    this.additional.forEach((input, at) => {
      const value: unknown = example[at + 1];
      if (value !== undefined && value !== null) input.fromHandler(value);
    });
  }

  /** The question, as the handler is given it. */
  questionInput(question: Question): Input | Promise<Input> {
    if (this.textbox instanceof RivMultimodalTextbox) return this.textbox.inputOf(question);
    return { kind: 'value', value: question.text };
  }

  /** Puts a question into the box, for another try. */
  write(question: Question): void {
    this.textbox.fromHandler(this.textbox instanceof RivMultimodalTextbox ? question : question.text);
    this.textbox.focus();
  }

  #makeTextbox(): ChatTextbox {
    const options = { ...this.#said, showLabel: false };
    return this.#host.multimodal ? new RivMultimodalTextbox(options) : new RivTextbox(options);
  }
}

function exampleOf(given: unknown): ChatExample | string {
  const first: unknown = Array.isArray(given) ? given[0] : given;
  return typeof first === 'object' && first !== null ? (first as ChatExample) : String(first ?? '');
}
