/** @file `<riv-chatbot>`: shows a conversation. */

import { type TemplateResult, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { Any, ElementTypes, TYPES, ValueEvent } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import { ValueError } from '../../shared/errors.ts';
import type { Status } from '../../shared/port.ts';
import type { Input } from '../../shared/protocol.ts';
import {
  type Converter,
  buttonsConverter,
  listConverter,
  numberConverter,
  oneOf,
} from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { LazyView } from '../base/lazy-view.ts';
import { DisplayElement } from '../display/display.ts';
import { DOLLARS, type Delimiter, delimitersConverter } from '../markdown/formulas/delimiters.ts';
import type { ChatExample } from './chat-host.ts';
import type { ChatView } from './chat-view.ts';
import { A_MESSAGE, type Message, type MessagePart, isSame, messageOf } from './messages.ts';

/** Pairs of texts. @throws saying what was expected */
const pairsConverter: Converter<unknown[]> = {
  ...listConverter,
  expects: (value) =>
    Array.isArray(value) &&
    [...value].every(
      (pair) =>
        Array.isArray(pair) && pair.length === 2 && pair.every((each) => each && typeof each === 'string'),
    )
      ? undefined
      : 'a list of pairs, such as [["<think>", "</think>"]]',
};

interface ChatbotTypes extends ElementTypes {
  input: Message[];
  output: (Message | Omit<Message, 'role'>)[] | Partial<Message> | MessagePart;
  events: {
    change: ValueEvent<Message[]>;
    select: CustomEvent<{ index: number; value: Message['content']; selected: true }>;
    like: CustomEvent<{ index: number; value: Message['content']; liked: boolean | string | null }>;
    retry: CustomEvent<{ index: number; value: Message['content'] }>;
    undo: CustomEvent<{ index: number; value: Message['content'] }>;
    edit: CustomEvent<{ index: number; value: string; previousValue: string }>;
    exampleSelect: CustomEvent<{ index: number; value: ChatExample }>;
    optionSelect: CustomEvent<{ index: number; value: string }>;
    clear: CustomEvent<Record<string, never>>;
    copy: ValueEvent<string>;
  };
}

/**
 * Shows a conversation: text in Markdown made safe, pictures, sounds, videos, files, components; thoughts and calls of
 * tools that fold. It follows an answer that comes while the reader is at its end, and stays where the reader is otherwise.
 *
 * @input A list of messages, `{ role, content, metadata?, options? }`.
 * @output The same. A text, a file or one message is added as the assistant's; what a generator yields next replaces it.
 * @event change - The messages changed, by a handler or by the user.
 * @event select - A message was pressed; the detail is `{ index, value }`.
 * @event like - Like, Dislike or another word of `feedback` was pressed; the detail is `{ index, value, liked }`.
 * @event retry - Retry was pressed; the detail is `{ index, value }` of the last question.
 * @event undo - Undo was pressed; the detail is `{ index, value }` of the last question.
 * @event edit - A message was edited; the detail is `{ index, value, previousValue }`.
 * @event exampleSelect - An example was pressed; the detail is `{ index, value }`.
 * @event optionSelect - An option of a message was pressed; the detail is `{ index, value }`.
 * @event clear - Clear was pressed; there is no message left.
 * @event copy - A message, or all of them, were copied; the detail is `{ value }`.
 * @csspart chat - The frame around the conversation.
 * @csspart log - The conversation, which scrolls.
 * @csspart bubble - What one message says.
 * @csspart text - A text in Markdown.
 * @csspart button - A button.
 */
@element('riv-chatbot', { unlabelled: true })
export class RivChatbot extends DisplayElement<Message[]> {
  declare readonly [TYPES]: ChatbotTypes;
  static override events = 'change select like retry undo edit exampleSelect optionSelect clear copy'.split(
    ' ',
  );
  static override kind = 'Chatbot';

  /** The messages. */
  @property({ type: Array })
  get value(): Message[] {
    return this.#value;
  }
  set value(value: Message[]) {
    this.#value = value === this.#accepted ? value : this.accept(value);
  }
  /** Pixels; what is higher scrolls. `null` for as high as the conversation is. */
  @property({ converter: numberConverter }) height: number | null = 400;
  /** `panel` gives each message the whole width. */
  @property({ converter: oneOf('bubble', 'panel') }) layout: 'bubble' | 'panel' = 'bubble';
  /** Addresses of pictures of the user and of the assistant; `null` for none. */
  @property({ converter: listConverter }) avatarImages: (string | null)[] = [];
  /** Markdown that is shown while there is no message. */
  @property() placeholder = '';
  /** What may be asked, as cards while there is no message: texts, or `{ text, displayText, icon, files }`. */
  @property({ converter: listConverter }) examples: (string | ChatExample)[] = [];
  /** Whose messages the reader may edit: `user` or `all`. */
  @property({ converter: oneOf('', 'user', 'all') })
  override get editable(): string {
    return this.#editable;
  }
  override set editable(whose: string) {
    this.#editable = whose === 'all' ? 'all' : whose === 'user' ? 'user' : '';
  }
  /** Words of the buttons that fire `like`; shown while somebody listens to that. */
  @property({ converter: listConverter }) feedback: string[] = ['Like', 'Dislike'];
  /** Pairs of tags around the reasoning of a model, which folds: `[["<think>", "</think>"]]`. */
  @property({ converter: pairsConverter }) reasoningTags: [string, string][] = [];
  /** Signs around formulas in LaTeX: `[{ "left": "$", "right": "$" }]`. */
  @property({ converter: delimitersConverter }) latexDelimiters: readonly Delimiter[] = DOLLARS;
  /** False does not follow what comes. */
  @property({ type: Boolean }) autoscroll = true;
  /** `copy` for a message, `copyAll` and `clear` for the conversation. */
  @property({ converter: buttonsConverter }) override buttons: readonly (string | Node)[] = [
    'copy',
    'copyAll',
  ];
  /** False shows each message by itself, also where several of one speaker follow each other. */
  @property({ type: Boolean }) groupConsecutive = true;
  /** False shows texts as they are. */
  @property({ type: Boolean }) renderMarkdown = true;
  /** False: HTML in texts is left as it is. Only where all of them are yours. */
  @property({ type: Boolean }) sanitizeHtml = true;
  /** True: a line's end is a line break. */
  @property({ type: Boolean }) lineBreaks = true;
  /** True fetches pictures of other sites, which tells them that they are read; otherwise their addresses are shown. */
  @property({ type: Boolean }) remoteImages = false;

  /** Makes the conversation of what its app's handler gives. @internal */
  compose: ((given: unknown) => unknown) | null = null;
  /** @internal */
  readonly heard = new Set<string>();
  #value: Message[] = [];
  /** The last list that was found to fit. */
  #accepted: Message[] | null = null;
  #editable = '';
  #answer: { since: number; at: number } | null = null;

  readonly #lazyView = new LazyView<ChatView>(this, async (root) => {
    const { ChatView } = await lazy(() => import('./chat-view.ts'));
    return new ChatView(this, root);
  });

  constructor(options?: Options<RivChatbot>) {
    super(options);
  }

  /** @internal */
  get name(): string {
    return this.accessibleName;
  }

  override get emptyValue(): Message[] {
    return [];
  }

  /** Buttons are there for those who listen to what they fire. */
  override addEventListener(...args: Any[]): void {
    const [name] = args as [string];
    super.addEventListener(...(args as [string, EventListener]));
    if (this.heard.has(name)) return;
    this.heard.add(name);
    this.requestUpdate();
  }

  /** What a generator yields is the answer so far: it takes the place of what it yielded before. */
  override fromHandler(result: unknown): void {
    const given = this.compose ? this.compose(result) : result;
    if (given === null || given === undefined || Array.isArray(given)) return super.fromHandler(given);
    const { since } = this.status;
    const goesOn = since !== undefined && since === this.#answer?.since;
    const at = goesOn ? Math.min(this.#answer!.at, this.value.length) : this.value.length;
    super.fromHandler([...this.value.slice(0, at), this.#answerOf(given)]);
    this.#answer = since === undefined ? null : { since, at };
  }

  /** Messages that say the same as before are the same: what shows them knows at once which are new. */
  protected override accept(given: unknown): Message[] {
    if (given === null || given === undefined) return [];
    const list = Array.isArray(given) ? given : [...this.value, this.#answerOf(given)];
    this.#accepted = Array.from(list, (each: unknown, at) => {
      const before = this.value[at];
      if (before && isSame(before, each)) return before;
      const message = messageOf(each);
      if (!message) throw this.refuse(each, `${A_MESSAGE} as message ${at + 1}`);
      return message;
    });
    return this.#accepted;
  }

  #answerOf(given: unknown): Message {
    const message = messageOf(given, 'assistant');
    if (!message) throw this.refuse(given, `a text, a file, a message or a list of ${A_MESSAGE}`);
    return message;
  }

  protected override differs(a: Message[], b: Message[]): boolean {
    return a.length !== b.length || a.some((message, at) => message !== b[at]);
  }

  /** @throws {ValueError} naming a message that cannot be copied to where handlers run */
  protected override asInput(value: Message[]): Input {
    value.forEach((message, at) => {
      if (typeof message.content === 'string' && !message.metadata) return;
      try {
        structuredClone(message);
      } catch (cause) {
        throw new ValueError(
          `${this.accessibleName} (${this.localName}) holds what no handler can be given, in message ${at + 1}: ${(cause as Error).message}`,
          { target: this.id || this.localName, cause },
        );
      }
    });
    return { kind: 'value', value };
  }

  /** A conversation is no result that could be one of an earlier run. */
  protected override get outdated(): boolean {
    return false;
  }

  /** @internal */
  tell(name: string, detail: unknown = {}): void {
    this.emit(name, detail);
  }

  /** @internal */
  rewrite(messages: Message[], name: string, detail: unknown): void {
    this.put(messages);
    this.emit(name, detail);
    this.emit('change', { value: messages });
  }

  /** Loads what draws messages, a little before the first one. */
  prepare(): void {
    void this.#lazyView.view?.prepare();
  }

  /** Brings the reader to the end of the conversation, which is followed from then on. */
  scrollToEnd(): void {
    this.#lazyView.view?.follow();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#lazyView.settled();
    await super.getUpdateComplete();
    await this.#lazyView.view?.settled();
    return super.getUpdateComplete();
  }

  protected override renderControl(): TemplateResult {
    return html`<div class="holder" .style=${this.height === null ? '' : `min-height: ${this.height}px`}>${this.#lazyView.view?.render()}</div>`;
  }

  protected override get shownStatus(): Status {
    return this.#lazyView.view?.quiet(this.status) ?? this.status;
  }

  protected override renderStatus(): unknown {
    return this.#lazyView.view?.renderStatus(() => super.renderStatus()) ?? super.renderStatus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-chatbot': RivChatbot;
  }
  interface RivuletShortcuts {
    chatbot: RivChatbot;
  }
}
