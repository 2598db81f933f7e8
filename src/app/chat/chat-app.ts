/** @file What a ChatInterface does: asks its handler, shows the answer, asks again. */

import type { ChatExample } from '../../components/chatbot/chat-host.ts';
import type { RivChatbot } from '../../components/chatbot/chatbot.ts';
import type { Message } from '../../components/chatbot/messages.ts';
import { ChildWatch } from '../child-watch.ts';
import type { Component } from '../shortcuts.ts';
import { type Question, answersOf, messageOfQuestion, questionOf, questionOfMessage } from './answers.ts';
import type { ChatAppHost } from './chat-app-host.ts';
import { chatAppView } from './chat-app-view.ts';
import { type ChatTurn, ChatBinding } from './chat-binding.ts';
import { ChatExtras } from './chat-extras.ts';
import type { Liked } from './chat-flags.ts';
import { ChatParts } from './chat-parts.ts';
import { LastingRun } from './lasting-run.ts';

/** The behaviour of a ChatInterface. */
export class ChatApp {
  readonly #host: ChatAppHost;
  readonly #watch: ChildWatch;
  readonly #parts: ChatParts;
  readonly #binding: ChatBinding;
  readonly #extras: ChatExtras;
  readonly #stopShown = new LastingRun(
    () => this.#running,
    () => this.#dress(),
  );
  #up: AbortController | null = null;
  /** What is asked now, and the messages of the conversation up to it. */
  #asked: ChatTurn = { question: { text: '', files: [] }, before: [] };
  #base: readonly Message[] = [];
  /** Questions that came while another was answered. */
  #waiting: Question[] = [];

  constructor(host: ChatAppHost) {
    this.#host = host;
    this.#watch = new ChildWatch(host, () => host.requestUpdate());
    this.#parts = new ChatParts(host);
    this.#extras = new ChatExtras(host, this);
    this.#binding = new ChatBinding(host, this.#parts, {
      asked: () => this.#asked,
      onTurn: () => this.#stopShown.look(),
      onEnd: () => this.#onEnd(),
    });
  }

  /** Inputs whose values follow the history. */
  get additional(): Component[] {
    return this.#parts.additional;
  }

  /** Binds the handler, and listens to what the reader does. */
  setUp(): void {
    this.#parts.find();
    this.#listen();
    this.#watch.start();
    this.#binding.bind();
    this.#extras.load();
    this.#host.requestUpdate();
  }

  /** Ends all of that. */
  tearDown(): void {
    this.#up?.abort();
    this.#up = null;
    this.#watch.stop();
    this.#waiting = [];
    this.#binding.unbind();
    this.#stopShown.end();
  }

  /** Takes up what has changed of the element. */
  refresh(): void {
    if (!this.#up) return;
    if (this.#parts.find()) this.#listen();
    this.#binding.bind();
    this.#extras.load();
    this.#dress();
  }

  /** What a script means by a call: `chat` is the handler, too; what it leaves out is what the inputs hold. */
  callOf(name: string, given: readonly unknown[]): [string, readonly unknown[]] {
    const { binding } = this.#host;
    const [message, history = [], ...others] = given;
    const values = [message, history, ...this.additional.map((input, at) => others[at] ?? input.value)];
    return [
      /^\/?chat$/.test(name) && binding ? binding.apiName : name,
      [...values, ...others.slice(this.additional.length)],
    ];
  }

  /** Asks a question; during an answer as `triggerMode` says. @returns false where it is not taken */
  ask(given: unknown): boolean {
    const question = questionOf(given);
    if (!this.#up || (question.text.trim() === '' && question.files.length === 0)) return false;
    if (this.#running) {
      if (this.#host.triggerMode === 'once') return false;
      this.#waiting = this.#host.triggerMode === 'multiple' ? [...this.#waiting, question] : [question];
      return true;
    }
    this.#run(question, this.#chatbot.value);
    return true;
  }

  /** Begins a new conversation. */
  clear(): void {
    this.#stop();
    this.#chatbot.compose = null;
    this.#chatbot.clear();
    this.#extras.panel?.begin();
    this.#host.tell('clear');
  }

  /** Shows another conversation. */
  open(messages: readonly Message[]): void {
    this.#stop();
    this.#chatbot.compose = null;
    this.#chatbot.fromHandler(messages);
    this.#chatbot.scrollToEnd();
  }

  render(): unknown {
    return chatAppView(this.#host, this.#extras, this.additional.length > 0);
  }

  get #chatbot(): RivChatbot {
    return this.#parts.chatbot;
  }

  get #running(): boolean {
    return this.#host.binding?.running ?? false;
  }

  #dress(): void {
    this.#parts.dress(this.#stopShown.lasts);
  }

  /** Listens to the parts that are there now, no more to former ones. */
  #listen(): void {
    this.#up?.abort();
    this.#up = new AbortController();
    const { signal } = this.#up;
    const { chatbot, textbox } = this.#parts;
    const follow = (
      part: EventTarget,
      name: string,
      act: (detail: { index: number; value: never }) => void,
    ) =>
      part.addEventListener(
        name,
        (event) => {
          if (event.target === part) act((event as CustomEvent).detail);
        },
        { signal },
      );
    (textbox as EventTarget).addEventListener('focusin', () => chatbot.prepare(), { signal });
    follow(textbox, 'submit', () => this.#submit());
    follow(textbox, 'stop', () => this.#stop());
    follow(chatbot, 'retry', ({ index }) => this.#again(index));
    follow(chatbot, 'undo', ({ index }) => this.#undo(index));
    follow(chatbot, 'edit', ({ index, value }) => this.#edit(index, value));
    follow(chatbot, 'optionSelect', ({ value }) => this.ask(value));
    follow(chatbot, 'exampleSelect', ({ index, value }) => this.#example(index, value));
    follow(chatbot, 'clear', () => this.clear());
    if (this.#host.flagging === 'manual')
      follow(
        chatbot,
        'like',
        (detail) => void this.#extras.keepLiked(chatbot.value, detail as unknown as Liked),
      );
    this.#dress();
  }

  #submit(): void {
    const { textbox } = this.#parts;
    if (this.ask(textbox.value)) textbox.clear();
  }

  #run(question: Question, before: readonly Message[]): void {
    const { binding } = this.#host;
    if (!binding) return;
    this.#asked = { question, before };
    this.#chatbot.compose = null;
    this.#chatbot.fromHandler([...before, messageOfQuestion(question)]);
    const base = (this.#base = this.#chatbot.value);
    this.#chatbot.compose = (given) =>
      base === this.#base ? [...base, ...answersOf(given)] : this.#chatbot.value;
    this.#chatbot.scrollToEnd();
    this.#host.tell('submit');
    binding.trigger({ target: this.#host.id || this.#host.localName, name: 'submit', data: null });
  }

  #stop(): void {
    this.#waiting = [];
    this.#host.binding?.cancel();
    this.#stopShown.look();
  }

  #again(index: number): void {
    const { value } = this.#chatbot;
    const question = value[index];
    if (question?.role !== 'user') return;
    this.#stop();
    this.#run(questionOfMessage(question), value.slice(0, index));
  }

  #undo(index: number): void {
    const { value } = this.#chatbot;
    const message = value[index];
    if (!message) return;
    this.#stop();
    this.#chatbot.compose = null;
    this.#chatbot.fromHandler(value.slice(0, index));
    this.#parts.write(questionOfMessage(message));
    this.#keep();
  }

  #edit(index: number, text: string): void {
    const { value } = this.#chatbot;
    const message = value[index];
    if (message?.role !== 'user') return this.#keep();
    this.#stop();
    this.#run({ ...questionOfMessage(message), text }, value.slice(0, index));
  }

  #example(index: number, example: ChatExample): void {
    this.#parts.fill(this.#host.examples[index]);
    this.ask(example);
  }

  #onEnd(): void {
    this.#keep();
    if (!this.#running) this.#chatbot.compose = null;
    // A failure is read first: what waits is asked when the reader has tried again, or asks anew.
    if (this.#running || this.#chatbot.status.stage === 'error') return;
    const next = this.#waiting.shift();
    if (next) this.#run(next, this.#chatbot.value);
  }

  #keep(): void {
    void this.#extras.keep(this.#chatbot.value);
  }
}
