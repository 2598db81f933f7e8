/** @file One message of a conversation: what it says, what it folds, what can be done with it. */

import { type TemplateResult, html, nothing, render } from 'lit';
import { foldSummary } from './fold.ts';
import { MessageEditor } from './message-editor.ts';
import { type MessageHost, Place, type ShownMessage } from './message-host.ts';
import { MessageParts } from './message-parts.ts';
import { MessageTools } from './message-tools.ts';
import { type Message, textOfMessage } from './messages.ts';

const NAMES = { user: 'You', assistant: 'Assistant', system: 'System' };

/** Draws one message, again whenever it has changed. */
export class MessageView implements ShownMessage {
  /** Set by the conversation: what is shown, and where. */
  message: Message | null = null;
  place = -1;
  version = -1;
  /** True once it has come near. */
  near = false;

  readonly element = document.createElement('article');
  /** Messages that are part of this one. */
  readonly inner = document.createElement('div');
  readonly #conversation: MessageHost;
  readonly #parts: MessageParts;
  readonly #tools: MessageTools;
  readonly #editor = new MessageEditor(this);
  #drawn = false;
  #status: string | undefined | null = null;
  #open = false;

  constructor(conversation: MessageHost) {
    this.#conversation = conversation;
    this.#parts = new MessageParts(conversation.host);
    this.#tools = new MessageTools(this, conversation);
    this.inner.className = 'inner';
  }

  /** Draws a message at its place. */
  update(message: Message, place: number, version: number): void {
    if (this.message && this.message.role !== message.role) this.#tools.liked = null;
    this.message = message;
    this.place = place;
    this.version = version;
    if (place & Place.brief && !this.#drawn) return this.#sketch(message);
    if (!this.#drawn) this.element.replaceChildren();
    this.#drawn = true;
    this.#parts.show(message);
    this.draw();
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
    this.#parts.dispose();
    this.element.remove();
  }

  /** Opens the box in which it is edited. */
  edit(): void {
    this.#editor.open(textOfMessage(this.message!));
  }

  /** Takes up what the reader made of it. */
  take(text: string): void {
    if (text !== textOfMessage(this.message!)) this.#conversation.edit(this, text);
  }

  /** Draws it as it is now. */
  draw(): void {
    const { message, place, element } = this;
    const { host } = this.#conversation;
    const { role, metadata } = message!;
    const folds = Boolean(metadata?.title);
    const { isOpen } = this.#editor;
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
            ${folds ? this.#fold() : html`${isOpen ? this.#editor.render() : this.#parts.element}${this.inner}`}
          </div>
          ${folds || running || isOpen ? nothing : this.#tools.render()} ${this.#tools.renderOptions()}
        </div>`,
      element,
    );
  }

  #fold(): TemplateResult {
    const metadata = this.message!.metadata!;
    const { status } = metadata;
    // Open while it goes on, closed when it is done; in between as the reader wants it.
    if (status !== this.#status) this.#open = status !== 'done';
    this.#status = status;
    return html`<details class="fold" ?open=${this.#open} @toggle=${this.#onToggle}>
      ${foldSummary(metadata)}${this.#parts.element}${this.inner}
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
}
