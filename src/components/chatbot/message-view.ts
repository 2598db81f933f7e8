/** @file One message of a conversation: what it says, what it folds, what can be done with it. */

import { type TemplateResult, html, nothing, render } from 'lit';
import { checkIcon, chevronRightIcon, copyIcon, resetIcon } from '../parts/icons.ts';
import { pencilIcon, undoIcon } from '../parts/media-icons.ts';
import { dislikeIcon, likeIcon } from './chat-icons.ts';
import type { ChatHost } from './chat-host.ts';
import { DrawnComponent, MediaPart } from './media-part.ts';
import { type Message, textOfMessage } from './messages.ts';
import { type Piece, piecesOf } from './parts.ts';
import { TextPart } from './text-part.ts';

/** Milliseconds that the check mark stays. */
const COPIED_MS = 1000;

/** What is particular to the place of a message. */
export const Place = { follows: 1, last: 2, acts: 4, failed: 8, brief: 16, running: 32 } as const;

/** What a message asks of its conversation. */
export interface MessageActions {
  readonly host: ChatHost;
  indexOf(view: MessageView): number;
  like(view: MessageView, word: string): void;
  /** Retry or Undo, of the last question. */
  act(name: 'retry' | 'undo'): void;
  edit(view: MessageView, text: string): void;
  pick(view: MessageView, value: string): void;
  select(view: MessageView): void;
}

/** A part that draws one thing. */
interface Part {
  readonly element: HTMLElement;
  dispose(): void;
}

const NAMES = { user: 'You', assistant: 'Assistant', system: 'System' };

/** Reasoning within a text: a fold of its own. */
class ReasoningPart implements Part {
  readonly element = document.createElement('details');
  readonly #title = document.createElement('summary');
  readonly #text: TextPart;
  #open: boolean | null = null;

  constructor(host: ChatHost) {
    this.element.className = 'fold';
    this.#text = new TextPart(host);
    this.element.append(this.#title, this.#text.element);
  }

  show(text: string, open: boolean): void {
    if (open !== this.#open) {
      this.element.open = open;
      render(foldTitle(open ? 'Thinking' : 'Reasoning', open), this.#title);
    }
    this.#open = open;
    this.#text.show(text);
  }

  dispose(): void {
    this.#text.dispose();
  }
}

/** Draws one message, again whenever it has changed. */
export class MessageView {
  /** Set by the conversation: what is shown, and where. */
  message: Message | null = null;
  place = -1;
  version = -1;
  /** True once it has come near. */
  near = false;
  /** The word of `feedback` that was pressed. */
  liked: string | null = null;

  readonly element = document.createElement('article');
  /** Messages that are part of this one. */
  readonly inner = document.createElement('div');
  readonly #content = document.createElement('div');
  readonly #conversation: MessageActions;
  #parts: { kind: string; part: Part }[] = [];
  #drawn = false;
  #copied = false;
  #editing = false;
  #status: string | undefined | null = null;
  #open = false;

  constructor(conversation: MessageActions) {
    this.#conversation = conversation;
    this.inner.className = 'inner';
    this.#content.className = 'content';
  }

  /** Draws a message at its place. */
  update(message: Message, place: number, version: number): void {
    this.message = message;
    this.place = place;
    this.version = version;
    const { host } = this.#conversation;
    if (place & Place.brief && !this.#drawn) return this.#sketch(message);
    if (!this.#drawn) this.element.replaceChildren();
    this.#drawn = true;
    this.#say(piecesOf(message, message.role === 'user' ? [] : host.reasoningTags));
    this.#draw();
  }

  /** Draws a message that is far away: its text as it is. */
  #sketch(message: Message): void {
    const { element } = this;
    element.className = `turn ${message.role}`;
    element.setAttribute('aria-label', NAMES[message.role]);
    const column = document.createElement('div');
    column.className = 'column';
    const bubble = document.createElement('div');
    bubble.className = 'bubble raw';
    bubble.textContent = textOfMessage(message);
    column.append(bubble);
    element.replaceChildren(column);
  }

  /** Gives back what it holds. */
  dispose(): void {
    for (const { part } of this.#parts) part.dispose();
    this.#parts = [];
    this.element.remove();
  }

  #say(pieces: readonly Piece[]): void {
    pieces.forEach((piece, at) => {
      let entry = this.#parts[at];
      if (entry?.kind !== piece.kind) {
        const made = { kind: piece.kind, part: this.#partOf(piece) };
        if (entry) {
          entry.part.dispose();
          entry.part.element.replaceWith(made.part.element);
        } else this.#content.append(made.part.element);
        this.#parts[at] = entry = made;
      }
      const { part } = entry;
      const { remoteImages } = this.#conversation.host;
      if (piece.kind === 'text') (part as TextPart).show(piece.text);
      else if (piece.kind === 'reasoning') (part as ReasoningPart).show(piece.text, piece.open);
      else if (piece.kind === 'media') (part as MediaPart).show(piece, remoteImages);
      else (part as DrawnComponent).show(piece);
    });
    for (const { part } of this.#parts.splice(pieces.length)) {
      part.dispose();
      part.element.remove();
    }
  }

  #partOf({ kind }: Piece): Part {
    const { host } = this.#conversation;
    if (kind === 'text') return new TextPart(host);
    if (kind === 'reasoning') return new ReasoningPart(host);
    return kind === 'media' ? new MediaPart() : new DrawnComponent();
  }

  #draw(): void {
    const { message, place, element } = this;
    const { host } = this.#conversation;
    const { role, metadata } = message!;
    const folds = Boolean(metadata?.title);
    const running = (place & Place.running) !== 0;
    element.className = `turn ${role}${place & Place.follows ? ' follows' : ''}${place & Place.last ? ' last' : ''}${folds ? ' folds' : ''}`;
    element.setAttribute('aria-label', NAMES[role]);
    if (running) element.setAttribute('aria-busy', 'true');
    else element.removeAttribute('aria-busy');
    const avatar = role === 'system' ? null : host.avatarImages[role === 'user' ? 0 : 1];
    render(
      html`${avatar ? html`<img class="avatar" src=${avatar} alt="" />` : nothing}
        <div class="column">
          <div class="bubble" part="bubble" @click=${this.#onClick}>
            ${folds ? this.#fold() : html`${this.#editing ? this.#editor() : this.#content}${this.inner}`}
          </div>
          ${folds || running || this.#editing ? nothing : this.#tools()} ${this.#options()}
        </div>`,
      element,
    );
  }

  #fold(): TemplateResult {
    const { title = '', log, duration, status } = this.message!.metadata!;
    // Open while it goes on, closed when it is done; in between as the reader wants it.
    if (status !== this.#status) this.#open = status !== 'done';
    this.#status = status;
    return html`<details class="fold" ?open=${this.#open} @toggle=${this.#onToggle}>
      <summary>
        ${foldTitle(title, status === 'pending')}
        ${log ? html`<span class="log-words">${log}</span>` : nothing}
        ${typeof duration === 'number' ? html`<span class="log-words">${lasting(duration)}</span>` : nothing}
      </summary>
      ${this.#content}${this.inner}
    </details>`;
  }

  #onToggle = (event: Event): void => {
    event.stopPropagation();
    if (event.target === event.currentTarget) this.#open = (event.target as HTMLDetailsElement).open;
  };

  #onClick = (event: Event): void => {
    if ((event.target as Element).closest('a, button, summary, textarea, input')) return;
    this.#conversation.select(this);
    event.stopPropagation();
  };

  #tools(): unknown {
    const { host } = this.#conversation;
    const { message, place } = this;
    const { role } = message!;
    const text = textOfMessage(message!);
    const copies = host.buttons.includes('copy') && text.trim() !== '';
    const edits = text !== '' && typeof message!.content === 'string' && mayEdit(host.editable, role);
    const likes = role === 'assistant' && host.heard.has('like');
    const acts = (place & Place.acts) !== 0;
    const retries = acts && (place & Place.failed) === 0 && host.heard.has('retry');
    const undoes = acts && host.heard.has('undo');
    if (!copies && !edits && !likes && !retries && !undoes) return nothing;
    return html`<div class="tools">
      ${
        copies
          ? tool(
              this.#copied ? 'Copied' : 'Copy',
              this.#copied ? checkIcon : copyIcon,
              () => void this.#copy(text),
            )
          : nothing
      }
      ${likes ? host.feedback.map((word) => this.#feedback(word)) : nothing}
      ${edits ? tool('Edit', pencilIcon, this.#edit) : nothing}
      ${retries ? tool('Retry', resetIcon, () => this.#conversation.act('retry')) : nothing}
      ${undoes ? tool('Undo', undoIcon, () => this.#conversation.act('undo')) : nothing}
    </div>`;
  }

  #feedback(word: string): TemplateResult {
    const drawing = { Like: likeIcon, Dislike: dislikeIcon }[word];
    const pressed = this.liked === word;
    return html`<button
      class="icon-button tool ${drawing ? '' : 'worded'} ${pressed ? 'pressed' : ''}"
      part="button"
      type="button"
      aria-label=${word}
      aria-pressed=${pressed}
      title=${drawing ? word : nothing}
      @click=${() => {
        this.liked = pressed ? null : word;
        this.#conversation.like(this, word);
        this.#draw();
      }}
    >
      ${drawing ?? word}
    </button>`;
  }

  #options(): unknown {
    const { message, place } = this;
    const options = message!.options ?? [];
    if (options.length === 0 || !(place & Place.last) || place & Place.running) return nothing;
    return html`<div class="options">
      ${options.map(
        ({ value, label }) =>
          html`<button class="button option" part="button" type="button" @click=${() => this.#conversation.pick(this, String(value))}>${label ?? value}</button>`,
      )}
    </div>`;
  }

  async #copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text);
    this.#conversation.host.tell('copy', { value: text });
    this.#copied = true;
    this.#draw();
    setTimeout(() => {
      this.#copied = false;
      if (this.message) this.#draw();
    }, COPIED_MS);
  }

  #edit = (): void => {
    this.#editing = true;
    this.#draw();
    const box = this.element.querySelector('textarea')!;
    box.value = textOfMessage(this.message!);
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
  };

  #editor(): TemplateResult {
    return html`<div class="editor">
      <textarea class="input" aria-label="Edit message" dir="auto" rows="1" @keydown=${this.#onKey}></textarea>
      <div class="editor-buttons">
        <button class="button" part="button" type="button" @click=${this.#leave}>Cancel</button>
        <button class="button primary" part="button" type="button" @click=${this.#save}>Save</button>
      </div>
    </div>`;
  }

  #onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') this.#leave();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#save();
    }
  };

  #leave = (): void => {
    this.#editing = false;
    this.#draw();
    this.element.querySelector<HTMLElement>('button[aria-label="Edit"]')?.focus();
  };

  #save = (): void => {
    const text = this.element.querySelector('textarea')!.value;
    const before = textOfMessage(this.message!);
    this.#leave();
    if (text !== before && text.trim() !== '') this.#conversation.edit(this, text);
  };
}

function mayEdit(editable: unknown, role: Message['role']): boolean {
  return editable === 'all' ? role !== 'system' : editable === 'user' && role === 'user';
}

function tool(name: string, drawing: TemplateResult, press: () => void): TemplateResult {
  return html`<button class="icon-button tool" part="button" type="button" aria-label=${name} title=${name} @click=${press}>${drawing}</button>`;
}

function foldTitle(title: string, pending: boolean): TemplateResult {
  return html`<span class="chevron">${chevronRightIcon}</span>${pending ? html`<span class="spinner" role="img" aria-label="In progress"></span>` : nothing}<span class="fold-title">${title}</span>`;
}

/** `1.2 s`, `2 min 3 s`; below a tenth of a second in milliseconds. */
function lasting(seconds: number): string {
  if (seconds < 0.1) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
