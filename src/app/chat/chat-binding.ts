/** @file Binds the handler of a ChatInterface: a question and the messages before it go in, an answer comes out. */

import { Binding } from '../../bind/binding/binding.ts';
import type { Message } from '../../components/chatbot/messages.ts';
import { hint } from '../../components/hints/hint.ts';
import { handlersOf } from '../../page/code/handler-blocks.ts';
import type { Input } from '../../shared/protocol.ts';
import { runOptions } from '../interface/interface-binding.ts';
import { refreshFollowers } from '../riv-on/followers.ts';
import { type Question, questionOf } from './answers.ts';
import type { ChatAppHost } from './chat-app-host.ts';
import type { ChatParts } from './chat-parts.ts';
import { ChatPort } from './chat-ports.ts';

/** What is asked, and the messages before it. */
export interface ChatTurn {
  question: Question;
  before: readonly Message[];
}

/** What the chat is told of its runs. */
interface Listeners {
  asked(): ChatTurn;
  /** A run has begun, or ended. */
  onTurn(): void;
  onEnd(): void;
}

/** Joins the handler to the parts of the chat, anew whenever one of them is another. */
export class ChatBinding {
  readonly #host: ChatAppHost;
  readonly #parts: ChatParts;
  readonly #chat: Listeners;
  readonly #message: ChatPort;
  readonly #history: ChatPort;
  #bound: unknown[] = [];

  constructor(host: ChatAppHost, parts: ChatParts, chat: Listeners) {
    this.#host = host;
    this.#parts = parts;
    this.#chat = chat;
    this.#message = new ChatPort(
      'message',
      () => parts.questionInput(chat.asked().question),
      (given) => parts.questionInput(questionOf(given)),
    );
    this.#history = new ChatPort(
      'history',
      () => this.#historyInput(chat.asked().before),
      (given) => this.#historyInput(given),
    );
  }

  /** Binds what is there now. */
  bind(): void {
    const host = this.#host;
    const { chatbot, additional } = this.#parts;
    const { additionalOutputs } = host;
    const fn = host.fn || (handlersOf(host).length > 0 ? '#default' : null);
    const options = fn === null ? null : runOptions(host, fn);
    const wanted = [...Object.values(options ?? {}), chatbot, ...additional, null, ...additionalOutputs];
    if (wanted.length === this.#bound.length && wanted.every((each, at) => each === this.#bound[at])) return;
    this.unbind();
    this.#bound = wanted;
    const complain = (problem: string) =>
      hint(problem, host, { level: 'error', holds: () => this.#bound === wanted });
    if (!options)
      return complain('<riv-chat-interface> has no handler: give it fn, or a <script type="handler">');
    try {
      host.binding = new Binding([[host, 'riv-ask']], {
        ...options,
        inputs: [this.#message, this.#history, ...additional],
        outputs: [chatbot, ...additionalOutputs],
        triggerMode: 'once',
      });
      for (const name of ['start', 'end']) host.binding.addEventListener(name, () => this.#chat.onTurn());
      host.binding.addEventListener('end', () => this.#chat.onEnd());
    } catch (error) {
      complain((error as Error).message);
    }
    refreshFollowers(host);
  }

  /** Ends the binding, and what runs. */
  unbind(): void {
    this.#bound = [];
    this.#host.binding?.remove();
    this.#host.binding = null;
  }

  /** @throws {ValueError} naming the message that no handler can be given */
  #historyInput(given: unknown): Input | Promise<Input> {
    return this.#parts.chatbot.inputOf(given ?? []);
  }
}
