/** @file The list of messages: draws those that are new, follows its end while the reader is there. */

import { adoptStyles } from 'lit';
import { equal } from '../parts/equal.ts';
import { proseStyles } from '../markdown/prose.styles.ts';
import type { ChatHost } from './chat-host.ts';
import type { Message } from './messages.ts';
import { contentStyles } from './styles/content.styles.ts';
import { messageStyles } from './styles/message.styles.ts';
import { type MessageHost, Place, type ShownMessage } from './message-host.ts';
import { MessageView } from './message-view.ts';
import { say } from '../../words/chat.ts';

/** Messages that are drawn at once; older ones follow while the page has nothing else to do. */
const AT_ONCE = 200;
/** Milliseconds that drawing older ones may take of a frame. */
const SLICE_MS = 8;
/** Messages that are laid out together; those at the end always are. */
const CHUNK = 50;
/** True where the browser says which messages come near. */
const TELLS_NEAR = 'oncontentvisibilityautostatechange' in document;
/** Pixels from the end within which the reader is at the end. */
const NEAR_END = 48;

/** Draws the messages of a Chatbot. */
export class MessageList implements MessageHost {
  readonly host: ChatHost;
  readonly element = document.createElement('div');
  /** True while the reader is at the end. */
  following = true;
  /** The place of the last question; -1 where there is none. */
  lastQuestion = -1;

  readonly #list = document.createElement('div');
  readonly #dots = document.createElement('div');
  readonly #resized = new ResizeObserver(() => this.#toEnd());
  #views: (MessageView | undefined)[] = [];
  #chunks: HTMLElement[] = [];
  /** The first that is drawn. */
  #from = 0;
  #older = 0;
  /** Of what all messages show; another number draws all of them anew. */
  #version = 0;
  #options: unknown[] = [];
  #running = false;
  /** Where the reader was, in pixels. */
  #top = 0;

  constructor(host: ChatHost, root: ShadowRoot) {
    adoptStyles(root, [...root.adoptedStyleSheets, proseStyles, messageStyles, contentStyles]);
    this.host = host;
    this.#list.className = 'list';
    this.#dots.className = 'dots';
    this.#dots.setAttribute('aria-hidden', 'true');
    this.#dots.append(...[0, 1, 2].map(() => document.createElement('span')));
    this.#dots.hidden = true;
    this.element.className = 'log';
    this.element.part.add('log');
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'log');
    // An answer is heard once, when it is there, not piece by piece.
    this.element.setAttribute('aria-live', 'off');
    this.element.append(this.#list, this.#dots);
    this.element.addEventListener('scroll', this.#onScroll, { passive: true });
    this.element.addEventListener('contentvisibilityautostatechange', this.#onNear);
  }

  /** Draws what has changed. @param waits - True while an answer has not begun. */
  update(running: boolean, waits: boolean): void {
    const { value } = this.host;
    this.element.setAttribute('aria-label', this.host.label || say('messages'));
    this.element.hidden = value.length === 0 && !waits;
    this.#dots.hidden = !waits;
    this.#running = running;
    this.#look();
    this.#trim(value);
    const former = this.#views.length;
    if (former === 0) {
      this.#from = Math.max(0, value.length - AT_ONCE);
      for (const element of value.length > 0 ? [this.#list, this.element] : [])
        this.#resized.observe(element);
    }
    this.#views.length = value.length;
    this.lastQuestion = value.findLastIndex(({ role, metadata }) => role === 'user' && !metadata?.title);
    const asked =
      former > 0 && value.length > former && value.slice(former).some(({ role }) => role === 'user');
    if (asked && this.host.autoscroll) this.following = true;
    this.#drawFrom(this.#from, value.length);
    this.#rest();
    if (this.#from > 0) this.#soon();
  }

  /** Brings the reader to the end. */
  follow(): void {
    this.following = true;
    this.#toEnd(true);
    this.host.requestUpdate();
  }

  /** Gives back what messages hold; they are drawn anew with the next update. */
  release(): void {
    this.#resized.disconnect();
    clearTimeout(this.#older);
    this.#older = 0;
    for (const view of this.#views) view?.dispose();
    this.#views = [];
    this.#chunks = [];
    this.#list.replaceChildren();
  }

  /** Takes away what there is no more, or too much of that is new. */
  #trim(value: readonly Message[]): void {
    const much = value.length - this.#views.length > AT_ONCE && this.#views.length > 0;
    const keep = much || value.length < this.#from ? 0 : value.length;
    for (const view of this.#views.splice(keep)) view?.dispose();
    for (const chunk of this.#chunks.splice(Math.ceil(keep / CHUNK))) chunk?.remove();
  }

  /** Looks whether what all messages show has changed. */
  #look(): void {
    const { host } = this;
    const options = [
      host.layout,
      host.avatarImages,
      host.editable,
      host.feedback,
      host.reasoningTags,
      host.latexDelimiters,
      host.buttons.filter((each) => typeof each === 'string'),
      host.groupConsecutive,
      host.renderMarkdown,
      host.sanitizeHtml,
      host.lineBreaks,
      host.remoteImages,
      host.heard.size,
    ];
    if (equal(options, this.#options)) return;
    this.#options = options;
    this.#version += 1;
  }

  #drawFrom(from: number, to: number): void {
    const { value } = this.host;
    const parents = parentsOf(value);
    for (let at = from; at < to; at++) {
      const message = value[at]!;
      const place = this.#placeOf(at, value, parents[at]!);
      const view = (this.#views[at] ??= new MessageView(this));
      if (view.message !== message || view.place !== place || view.version !== this.#version)
        view.update(message, place, this.#version);
      this.#put(view, at, parents);
    }
  }

  #placeOf(at: number, value: readonly Message[], parent: number): number {
    const { length } = value;
    const before = value[at - 1];
    const last = at === length - 1;
    let place = 0;
    if (parent < 0 && before?.role === value[at]!.role && this.host.groupConsecutive) place |= Place.follows;
    if (last) place |= Place.last | (this.#running ? 0 : Place.acts);
    if (last && this.#running && value[at]!.role !== 'user') place |= Place.running;
    if (last && this.host.status.stage === 'error') place |= Place.failed;
    // What is far away is drawn when it comes near.
    if (TELLS_NEAR && at < length - AT_ONCE && !value[at]!.metadata && !this.#views[at]?.near)
      place |= Place.brief;
    return place;
  }

  /** Puts a message where it belongs: behind the one before it, or into the one that it is part of. */
  #put(view: MessageView, at: number, parents: Int32Array): void {
    const { element } = view;
    const parent = this.#views[parents[at]!];
    const into = parent?.inner ?? this.#chunkOf(at);
    if (element.parentNode === into) return;
    let next: Node | null = null;
    for (let after = at + 1; after < this.#views.length && !next; after++)
      if (this.#views[after]?.element.parentNode === into) next = this.#views[after]!.element;
    into.insertBefore(element, next);
  }

  /** The box of a message: a long list is laid out box by box, those far away when they come near. */
  #chunkOf(at: number): HTMLElement {
    const index = Math.floor(at / CHUNK);
    let chunk = this.#chunks[index];
    if (!chunk) {
      chunk = this.#chunks[index] = document.createElement('div');
      chunk.className = 'chunk';
      let next: Node | null = null;
      for (let after = index + 1; after < this.#chunks.length && !next; after++)
        next = this.#chunks[after] ?? null;
      this.#list.insertBefore(chunk, next);
    }
    return chunk;
  }

  /** Lets what is far from the end be laid out when it comes near. */
  #rest(): void {
    const { length } = this.#views;
    this.#chunks.length = Math.ceil(length / CHUNK);
    this.#chunks.forEach((chunk, index) => {
      const far = (index + 2) * CHUNK < length;
      if (far !== (chunk.className === 'chunk far')) chunk.className = far ? 'chunk far' : 'chunk';
    });
  }

  #soon(): void {
    this.#older ||= window.setTimeout(() => {
      this.#older = 0;
      const { element, following } = this;
      const [height, top] = following ? [0, 0] : [element.scrollHeight, element.scrollTop];
      const began = performance.now();
      do {
        const from = Math.max(0, this.#from - AT_ONCE);
        this.#drawFrom(from, this.#from);
        this.#from = from;
      } while (this.#from > 0 && performance.now() - began < SLICE_MS);
      this.#rest();
      // What the reader looks at stays where it is, also where the browser does not see to that.
      if (!following && element.scrollTop === top) element.scrollTop = top + element.scrollHeight - height;
      if (this.#from > 0) this.#soon();
    });
  }

  #onNear = (event: Event): void => {
    const { skipped, target } = event as Event & { skipped: boolean };
    const index = skipped ? -1 : this.#chunks.indexOf(target as HTMLElement);
    if (index < 0) return;
    for (const view of this.#views.slice(index * CHUNK, (index + 1) * CHUNK)) {
      if (!view?.message || !(view.place & Place.brief)) continue;
      view.near = true;
      view.update(view.message, view.place & ~Place.brief, this.#version);
    }
  };

  #onScroll = (): void => {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    const atEnd = scrollHeight - scrollTop - clientHeight < NEAR_END;
    // What has grown meanwhile has not moved the reader.
    const following = atEnd || (this.following && scrollTop >= this.#top);
    this.#top = scrollTop;
    if (following === this.following) return;
    this.following = following;
    this.host.requestUpdate();
  };

  #toEnd(asked = false): void {
    if (!this.following || !(this.host.autoscroll || asked)) return;
    this.element.scrollTop = this.element.scrollHeight;
    this.#top = this.element.scrollTop;
  }

  like(from: ShownMessage, liked: boolean | string | null): void {
    this.host.tell('like', { index: this.#indexOf(from), value: from.message!.content, liked });
  }

  act(name: 'retry' | 'undo'): void {
    const index = this.lastQuestion;
    if (index >= 0) this.host.tell(name, { index, value: this.host.value[index]!.content });
  }

  edit(from: ShownMessage, text: string): void {
    const index = this.#indexOf(from);
    const previousValue = String(from.message!.content);
    const messages = this.host.value.map((each, at) => (at === index ? { ...each, content: text } : each));
    this.host.rewrite(messages, 'edit', { index, value: text, previousValue });
  }

  pick(from: ShownMessage, value: string): void {
    this.host.tell('optionSelect', { index: this.#indexOf(from), value });
  }

  select(from: ShownMessage): void {
    if (getSelection()?.type === 'Range') return;
    this.host.tell('select', { index: this.#indexOf(from), value: from.message!.content, selected: true });
  }

  #indexOf(shown: ShownMessage): number {
    return this.#views.indexOf(shown as MessageView);
  }
}

/** For each message the place of the one that it is part of, in the same answer; -1 for none. */
function parentsOf(value: readonly Message[]): Int32Array {
  const parents = new Int32Array(value.length).fill(-1);
  let named = new Map<string | number, number>();
  value.forEach(({ role, metadata }, at) => {
    if (role === 'user') named = new Map();
    if (!metadata) return;
    if (metadata.parentId != null) parents[at] = named.get(metadata.parentId) ?? -1;
    if (metadata.id != null && metadata.title) named.set(metadata.id, at);
  });
  return parents;
}
