/** @file `<riv-chat-interface>`: a chat made of one handler. */

import { html, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import {
  type BindingOptions,
  type HandlerOption,
  type TriggerMode,
  expectedOf,
  list,
} from '../../bind/options.ts';
import { type Converter, listConverter, numberConverter, oneOf } from '../../components/base/attributes.ts';
import type { Options } from '../../components/base/base.ts';
import { element } from '../../components/base/element.ts';
import type { RivChatbot } from '../../components/chatbot/chatbot.ts';
import { hint } from '../../components/hints/hint.ts';
import type { EventTypes, TYPES } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import { AppElement } from '../app-element.ts';
import { appStyles } from '../app.styles.ts';
import { elementById } from '../../page/around.ts';
import type { RunMessage } from '../driving/driving.ts';
import { type Component, type ComponentOption, makeComponent } from '../shortcuts.ts';
import type { ChatApp } from './chat-app.ts';
import type { ChatTextbox, ExampleOption } from './chat-app-host.ts';

const handlerConverter: Converter = { fromAttribute: (text) => text, expects: expectedOf };

/** Components of a ChatInterface, as a script gives them: one or a list. */
type Components = ComponentOption | readonly ComponentOption[] | null | undefined;

/**
 * A chat made of one handler: `fn(message, history, …additional, ctx)`. What it returns, or yields last, is the answer: a
 * text, a message, or a list of messages.
 *
 * @event load - Once, when the app is set up.
 * @event submit - A question was asked.
 * @event clear - The conversation was cleared.
 * @slot - Stands in for the app until it is ready.
 * @slot chatbot - A Chatbot in place of the one that is made.
 * @slot textbox - A Textbox or MultimodalTextbox in place of the one that is made.
 * @slot additional - Inputs in a box that is closed at first.
 * @slot description - In place of the `description` text.
 * @csspart app - All of it.
 * @csspart heading - The title.
 * @csspart description - The text under the title.
 * @csspart additional - The box of additional inputs.
 * @csspart history - The panel of past conversations.
 * @csspart button - A button.
 */
@element('riv-chat-interface')
export class RivChatInterface extends AppElement {
  declare readonly [TYPES]: EventTypes<{ load: Event; submit: CustomEvent; clear: CustomEvent }>;
  static override styles = appStyles;
  static override events = ['load', 'submit', 'clear'];

  /** The handler: a function, `"./module.js#name"`, `"#name"` of an inline script, or one of `rv.handlers(…)`. */
  @property({ converter: handlerConverter }) fn: HandlerOption | undefined = undefined;
  /** True: questions have files; `message` is `{ text, files }`. */
  @property({ type: Boolean }) multimodal = false;
  /** Questions to press: texts, `{ text, files }`; with additional inputs rows of a question and their values. */
  @property({ converter: listConverter }) examples: ExampleOption[] = [];
  /** Markdown under the title. */
  @property() description = '';
  /** Text of the button that asks. */
  @property() submitLabel = 'Send';
  /** Text of the button that stops the answer. */
  @property() stopLabel = 'Stop';
  /** Name of the box of additional inputs. */
  @property() additionalInputsLabel = 'Additional Inputs';
  /** True keeps conversations in this browser, in a panel. */
  @property({ type: Boolean }) saveHistory = false;
  /** `manual`: Like and Dislike keep the answer with its question in this browser. */
  @property({ converter: oneOf('never', 'manual') }) flagging: 'never' | 'manual' = 'never';
  /** A question during an answer: it waits in the box, in a queue, or only the last one does. */
  @property({ converter: oneOf('once', 'multiple', 'alwaysLast') }) triggerMode: TriggerMode = 'once';
  /** How many answers at once, for chats of one `concurrencyId`; `null` for any number. */
  @property({ converter: numberConverter }) concurrencyLimit: number | null | undefined = undefined;
  /** Chats that name the same id share one limit and queue. */
  @property() concurrencyId: string | undefined = undefined;
  /** `main` runs the handler in the page. */
  @property() thread: BindingOptions['thread'] = undefined;
  /** The name for `predict` and `submit`; the handler's name by default, and `chat`. */
  @property() apiName: string | undefined = undefined;

  /** @internal */
  readonly given: {
    chatbot: RivChatbot | null;
    textbox: ChatTextbox | null;
    additional: Component[];
    outputs: Component[];
  } = { chatbot: null, textbox: null, additional: [], outputs: [] };
  #chatbot: RivChatbot | null = null;
  #textbox: ChatTextbox | null = null;
  #outputIds = '';
  #app: ChatApp | null = null;
  #loading: Promise<void> | null = null;

  constructor(
    options?: Options<RivChatInterface, { additionalInputs?: Components; additionalOutputs?: Components }>,
  ) {
    super(options);
    const problem = this.misfit('fn', options?.fn);
    if (problem) throw problem;
    this.expectPage();
  }

  /** Shows the conversation. One of your own takes the place of the one that is made. */
  @property({ attribute: false })
  get chatbot(): RivChatbot | null {
    return this.#chatbot ?? this.given.chatbot;
  }
  set chatbot(chatbot: RivChatbot | null) {
    this.#chatbot = chatbot;
    if (!this.#app || chatbot?.parentNode !== this) this.given.chatbot = chatbot;
  }

  /** What is written into. One of your own takes the place of the one that is made. */
  @property({ attribute: false })
  get textbox(): ChatTextbox | null {
    return this.#textbox ?? this.given.textbox;
  }
  set textbox(textbox: ChatTextbox | null) {
    this.#textbox = textbox;
    if (!this.#app || textbox?.parentNode !== this) this.given.textbox = textbox;
  }

  /** Further inputs, in a box that is closed at first; the handler gets their values behind the history. */
  @property({ attribute: false })
  get additionalInputs(): Component[] {
    return this.#app?.additional ?? this.given.additional;
  }
  set additionalInputs(components: Components) {
    this.given.additional = list(components as ComponentOption).map(makeComponent);
  }

  /** Elements that take further results: the handler gives `[answer, …others]`. In HTML their ids. */
  @property({ attribute: 'additional-outputs', converter: { fromAttribute: (text) => text } })
  get additionalOutputs(): Component[] {
    const ids = this.#outputIds.split(/[\s,]+/).filter(Boolean);
    const found = ids.map((id) => elementById(this, id) as Component | null);
    return [...this.given.outputs, ...found.filter((each) => each !== null)];
  }
  set additionalOutputs(components: Components) {
    if (typeof components === 'string') this.#outputIds = components;
    else this.given.outputs = list(components as ComponentOption).map(makeComponent);
  }

  /** Asks, as the reader would: a text, or `{ text, files }`. */
  ask(message: string | { text: string; files?: (Blob | string)[] }): void {
    void this.#load().then(() => this.#app?.ask(message));
  }

  /** Begins a new conversation. */
  clear(): void {
    this.#app?.clear();
  }

  /**
   * Runs the handler for a script: nothing is shown.
   *
   * @param inputs - The message, then the history and the values of additional inputs; those that are missing are an
   *   empty history, and what the inputs hold.
   */
  override async *submit(
    apiName: string,
    inputs?: readonly unknown[],
    options: { signal?: AbortSignal } = {},
  ): AsyncGenerator<RunMessage<unknown[]>> {
    await this.#load();
    yield* super.submit(apiName, inputs, options);
  }

  protected override callOf(apiName: string, inputs: readonly unknown[]): [string, readonly unknown[]] {
    return this.#app?.callOf(apiName, inputs) ?? [apiName, inputs];
  }

  /** @internal */
  tell(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override setUp(): void {
    this.#app?.setUp();
  }

  protected override tearDown(): void {
    this.#app?.tearDown();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#app?.refresh();
  }

  /** The app is set up by what is loaded for it. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#load();
    return super.getUpdateComplete();
  }

  /** Loads what the chat does. A failure is told, and tried again when it is put into the page again. */
  #load(): Promise<void> {
    this.#loading ??= lazy(() => import('./chat-app.ts')).then(
      ({ ChatApp }) => {
        this.#app = new ChatApp(this);
        this.requestUpdate();
      },
      (error: unknown) => {
        this.#loading = null;
        hint((error as Error).message, this, { level: 'error' });
      },
    );
    return this.#loading;
  }

  protected override render(): unknown {
    return this.#app?.render() ?? html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-chat-interface': RivChatInterface;
  }
}
