/** @file What a ChatInterface does: asks its handler, shows the answer, asks again. */

import { adoptStyles, html, nothing } from 'lit';
import { Binding } from '../../bind/binding/binding.ts';
import type { BindingOptions } from '../../bind/options.ts';
import type { ChatExample } from '../../components/chatbot/chat-host.ts';
import { RivChatbot } from '../../components/chatbot/chatbot.ts';
import type { Message } from '../../components/chatbot/messages.ts';
import { hint } from '../../components/hints/hint.ts';
import { RivMultimodalTextbox } from '../../components/multimodal-textbox/multimodal-textbox.ts';
import { RivTextbox } from '../../components/textbox/textbox.ts';
import { handlersOf } from '../../page/code/handler-blocks.ts';
import { lazy } from '../../page/lazy.ts';
import type { Input } from '../../shared/protocol.ts';
import '../../layout/accordion.ts';
import { ChildWatch } from '../child-watch.ts';
import { runOptions } from '../interface/interface-binding.ts';
import { refreshFollowers } from '../riv-on/followers.ts';
import { type Component, isComponent } from '../shortcuts.ts';
import { type Question, answersOf, messageOfQuestion, questionOf, questionOfMessage } from './answers.ts';
import type { ChatAppHost, ChatTextbox } from './chat-app-host.ts';
import { chatAppStyles } from './chat-app.styles.ts';
import { ChatPort } from './chat-ports.ts';
import type { ChatHistory } from './chat-history.ts';
import type { ChatFlags } from './chat-flags.ts';

/** Milliseconds for which an answer may last before Stop shows, so that quick ones do not flash. */
const STOP_AFTER_MS = 150;

/** The behaviour of a ChatInterface. */
export class ChatApp {
  /** Inputs whose values follow the history. */
  additional: Component[] = [];

  readonly #host: ChatAppHost;
  readonly #watch: ChildWatch;
  readonly #message: ChatPort;
  readonly #history: ChatPort;
  #chatbot!: RivChatbot;
  #textbox!: ChatTextbox;
  #up: AbortController | null = null;
  #bound: unknown[] = [];
  /** What is asked now, the messages before it, and those of the conversation up to it. */
  #question: Question = { text: '', files: [] };
  #before: readonly Message[] = [];
  #base: readonly Message[] = [];
  /** Questions that came while another was answered. */
  #waiting: Question[] = [];
  #stopping = false;
  #timer = 0;
  #panel: ChatHistory | null = null;
  #flags: ChatFlags | null = null;
  #flagging: Promise<ChatFlags> | null = null;

  constructor(host: ChatAppHost) {
    this.#host = host;
    this.#watch = new ChildWatch(host, () => host.requestUpdate());
    this.#message = new ChatPort(
      'message',
      () => this.#messageInput(this.#question),
      (given) => this.#messageInput(questionOf(given)),
    );
    this.#history = new ChatPort(
      'history',
      () => this.#historyInput(this.#before),
      (given) => this.#historyInput(given),
    );
  }

  /** Binds the handler, and listens to what the reader does. */
  setUp(): void {
    this.#find();
    this.#up = new AbortController();
    this.#listen(this.#up.signal);
    this.#watch.start();
    this.#bind();
    this.#load();
    this.#host.requestUpdate();
  }

  /** Ends all of that. */
  tearDown(): void {
    this.#up?.abort();
    this.#up = null;
    this.#watch.stop();
    this.#waiting = [];
    this.#unbind();
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#stopping = false;
  }

  /** Takes up what has changed of the element. */
  refresh(): void {
    if (!this.#up) return;
    this.#find();
    this.#bind();
    this.#load();
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
    this.#panel?.begin();
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
    const root = this.#host.renderRoot as ShadowRoot;
    if (!root.adoptedStyleSheets.includes(chatAppStyles.styleSheet!))
      adoptStyles(root, [...root.adoptedStyleSheets, chatAppStyles]);
    const { title, description, isReady, additionalInputsLabel } = this.#host;
    // The empty title ends the search of the browser for a tooltip.
    return html`<div class="app chat-app" part="app" title="">
      <slot ?hidden=${isReady}></slot>
      ${title ? html`<h1 class="heading" part="heading">${title}</h1>` : nothing}
      <slot name="description">
        ${description ? html`<riv-markdown part="description" .container=${false} .value=${description}></riv-markdown>` : nothing}
      </slot>
      <div class="chat-columns ${this.#panel ? 'with-history' : ''}">
        ${this.#panel?.render() ?? nothing}
        <div class="chat-main">
          <slot name="chatbot"></slot>
          <slot name="textbox"></slot>
          ${
            this.additional.length > 0
              ? html`<riv-accordion part="additional" .label=${additionalInputsLabel} .open=${false}>
                <slot name="additional"></slot>
              </riv-accordion>`
              : html`<slot name="additional" hidden></slot>`
          }
          ${this.#flags?.render() ?? nothing}
        </div>
      </div>
    </div>`;
  }

  get #running(): boolean {
    return this.#host.binding?.running ?? false;
  }

  /** Finds the parts among the children, and makes those that are missing. */
  #find(): void {
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
    if (chatbot === this.#chatbot && textbox === this.#textbox) return;
    this.#chatbot = host.chatbot = chatbot;
    this.#textbox = host.textbox = textbox;
    if (!this.#up) return;
    this.#up.abort();
    this.#up = new AbortController();
    this.#listen(this.#up.signal);
  }

  #makeTextbox(): ChatTextbox {
    const options = { label: 'Message', showLabel: false, placeholder: 'Type a message…' };
    return this.#host.multimodal ? new RivMultimodalTextbox(options) : new RivTextbox(options);
  }

  #listen(signal: AbortSignal): void {
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
    const chatbot: EventTarget = this.#chatbot;
    const textbox: EventTarget = this.#textbox;
    textbox.addEventListener('focusin', () => this.#chatbot.prepare(), { signal });
    follow(textbox, 'submit', () => this.#submit());
    follow(textbox, 'stop', () => this.#stop());
    follow(chatbot, 'retry', ({ index }) => this.#again(index));
    follow(chatbot, 'undo', ({ index }) => this.#undo(index));
    follow(chatbot, 'edit', ({ index, value }) => this.#edit(index, value));
    follow(chatbot, 'optionSelect', ({ value }) => this.ask(value));
    follow(chatbot, 'exampleSelect', ({ index, value }) => this.#example(index, value));
    follow(chatbot, 'clear', () => this.clear());
    if (this.#host.flagging === 'manual')
      follow(chatbot, 'like', (detail) => {
        void this.#flagging?.then(
          (flags) => flags.keep(this.#chatbot.value, detail as never),
          () => undefined,
        );
      });
    this.#dress();
  }

  /** Gives the parts what they show of the app. */
  #dress(): void {
    const { submitLabel, stopLabel, examples } = this.#host;
    this.#textbox.submitBtn = this.#stopping ? false : submitLabel || true;
    this.#textbox.stopBtn = this.#stopping ? stopLabel || true : false;
    if (examples.length > 0) this.#chatbot.examples = examples.map(exampleOf);
  }

  /** Loads what only some chats have. */
  #load(): void {
    const { saveHistory, flagging } = this.#host;
    const fail = (error: unknown) => console.error(error);
    if (saveHistory && !this.#panel)
      lazy(() => import('./chat-history.ts')).then(({ ChatHistory }) => {
        this.#panel ??= new ChatHistory(this.#host, this);
        this.#host.requestUpdate();
      }, fail);
    if (flagging === 'manual')
      this.#flagging ??= lazy(() => import('./chat-flags.ts')).then(({ ChatFlags }) => {
        this.#flags = new ChatFlags(this.#host);
        this.#host.requestUpdate();
        return this.#flags;
      });
    this.#flagging?.catch((error: unknown) => {
      this.#flagging = null;
      fail(error);
    });
  }

  #bind(): void {
    const host = this.#host;
    const fn = host.fn || (handlersOf(host).length > 0 ? '#default' : null);
    const { additionalOutputs } = host as ChatAppHost & { additionalOutputs: Component[] };
    const options = runOptions(host as never, fn);
    const wanted = [
      fn,
      ...Object.values(options),
      this.#chatbot,
      ...this.additional,
      null,
      ...additionalOutputs,
    ];
    if (wanted.length === this.#bound.length && wanted.every((each, at) => each === this.#bound[at])) return;
    this.#unbind();
    this.#bound = wanted;
    if (fn === null) {
      hint('<riv-chat-interface> has no handler: give it fn, or a <script type="handler">', host, {
        level: 'error',
        holds: () => this.#bound === wanted,
      });
      return;
    }
    try {
      host.binding = new Binding([[host, 'riv-ask']], {
        ...(options as BindingOptions),
        inputs: [this.#message, this.#history, ...this.additional],
        outputs: [this.#chatbot, ...additionalOutputs],
        triggerMode: 'once',
      });
      for (const name of ['start', 'end']) host.binding.addEventListener(name, this.#look);
      host.binding.addEventListener('end', this.#onEnd);
    } catch (error) {
      hint((error as Error).message, host, { level: 'error', holds: () => this.#bound === wanted });
    }
    refreshFollowers(host);
  }

  #unbind(): void {
    this.#bound = [];
    this.#host.binding?.remove();
    this.#host.binding = null;
  }

  #messageInput(question: Question): Input | Promise<Input> {
    if (this.#textbox instanceof RivMultimodalTextbox) return this.#textbox.inputOf(question);
    return { kind: 'value', value: question.text };
  }

  /** @throws {ValueError} naming the message that no handler can be given */
  #historyInput(given: unknown): Input | Promise<Input> {
    return this.#chatbot.inputOf(given ?? []);
  }

  #submit(): void {
    const { value } = this.#textbox;
    if (this.ask(value)) this.#textbox.clear();
  }

  #run(question: Question, before: readonly Message[]): void {
    const { binding } = this.#host;
    if (!binding) return;
    this.#question = question;
    this.#before = before;
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
    this.#look();
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
    const question = questionOfMessage(message);
    this.#textbox.fromHandler(this.#textbox instanceof RivMultimodalTextbox ? question : question.text);
    this.#textbox.focus();
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
    const given = this.#host.examples[index];
    if (Array.isArray(given))
      this.additional.forEach((input, at) => {
        if (given[at + 1] !== undefined && given[at + 1] !== null) input.fromHandler(given[at + 1]);
      });
    this.ask(example);
  }

  #look = (): void => {
    if (!this.#running) {
      clearTimeout(this.#timer);
      this.#timer = 0;
      this.#show(false);
    } else
      this.#timer ||= window.setTimeout(() => {
        this.#timer = 0;
        this.#show(this.#running);
      }, STOP_AFTER_MS);
  };

  #show(stopping: boolean): void {
    if (this.#stopping === stopping) return;
    this.#stopping = stopping;
    this.#dress();
  }

  #onEnd = (): void => {
    this.#keep();
    if (!this.#running) this.#chatbot.compose = null;
    // A failure is read first: what waits is asked when the reader has tried again, or asks anew.
    if (this.#running || this.#chatbot.status.stage === 'error') return;
    const next = this.#waiting.shift();
    if (next) this.#run(next, this.#chatbot.value);
  };

  #keep(): void {
    void this.#panel?.keep(this.#chatbot.value);
  }
}

function exampleOf(given: unknown): ChatExample | string {
  const first: unknown = Array.isArray(given) ? given[0] : given;
  return typeof first === 'object' && first !== null ? (first as ChatExample) : String(first ?? '');
}
