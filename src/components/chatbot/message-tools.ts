/** @file The buttons under a message: Copy, Like and Dislike, Edit, Retry, Undo, and answers to pick. */

import { type TemplateResult, html, nothing } from 'lit';
import { Copying } from '../parts/copy.ts';
import { checkIcon, copyIcon, resetIcon } from '../parts/icons.ts';
import { pencilIcon, undoIcon } from '../parts/media-icons.ts';
import { dislikeIcon, likeIcon } from './chat-icons.ts';
import { type MessageHost, Place, type ShownMessage } from './message-host.ts';
import { type Message, textOfMessage } from './messages.ts';
import { say } from '../../words/chat.ts';

/** The message that the buttons are of. */
interface Tooled extends ShownMessage {
  readonly place: number;
  draw(): void;
  edit(): void;
}

/** Draws the buttons of a message, and does what they say. */
export class MessageTools {
  /** The word of `feedback` that was pressed. */
  liked: string | null = null;
  readonly #shown: Tooled;
  readonly #conversation: MessageHost;
  readonly #copying: Copying;

  constructor(shown: Tooled, conversation: MessageHost) {
    this.#shown = shown;
    this.#conversation = conversation;
    this.#copying = new Copying(() => shown.draw());
  }

  render(): unknown {
    const { host } = this.#conversation;
    const { place } = this.#shown;
    const message = this.#shown.message!;
    const { role, content } = message;
    const text = textOfMessage(message);
    const copies = host.buttons.includes('copy') && text.trim() !== '';
    const edits = text !== '' && typeof content === 'string' && mayEdit(host.editable, role);
    const likes = role === 'assistant' && host.heard.has('like');
    const acts = (place & Place.acts) !== 0;
    const retries = acts && (place & Place.failed) === 0 && host.heard.has('retry');
    const undoes = acts && host.heard.has('undo');
    if (!copies && !edits && !likes && !retries && !undoes) return nothing;
    const { copied } = this.#copying;
    return html`<div class="tools">
      ${copies ? tool(say(copied ? 'copied' : 'copy'), copied ? checkIcon : copyIcon, () => void this.#copy(text)) : nothing}
      ${likes ? host.feedback.map((word) => this.#feedback(word)) : nothing}
      ${edits ? tool(say('edit'), pencilIcon, () => this.#shown.edit()) : nothing}
      ${retries ? tool(say('retry'), resetIcon, () => this.#conversation.act('retry')) : nothing}
      ${undoes ? tool(say('undo'), undoIcon, () => this.#conversation.act('undo')) : nothing}
    </div>`;
  }

  /** Draws the answers to pick, under the last message. */
  renderOptions(): unknown {
    const { message, place } = this.#shown;
    const options = message!.options ?? [];
    if (options.length === 0 || !(place & Place.last) || place & Place.running) return nothing;
    return html`<div class="options">
      ${options.map(
        ({ value, label }) =>
          html`<button class="button option" part="button" type="button" @click=${() => this.#conversation.pick(this.#shown, String(value))}>${label ?? value}</button>`,
      )}
    </div>`;
  }

  #feedback(word: string): TemplateResult {
    const drawing = { Like: likeIcon, Dislike: dislikeIcon }[word];
    const pressed = this.liked === word;
    const name = word === 'Like' ? say('like') : word === 'Dislike' ? say('dislike') : word;
    return html`<button
      class="icon-button tool ${drawing ? '' : 'worded'} ${pressed ? 'pressed' : ''}"
      part="button"
      type="button"
      aria-label=${name}
      aria-pressed=${pressed}
      title=${drawing ? name : nothing}
      @click=${() => this.#like(pressed ? null : word)}
    >
      ${drawing ?? word}
    </button>`;
  }

  #like(word: string | null): void {
    this.liked = word;
    this.#conversation.like(
      this.#shown,
      word === null ? null : ({ Like: true, Dislike: false }[word] ?? word),
    );
    this.#shown.draw();
  }

  async #copy(text: string): Promise<void> {
    await this.#copying.copy(text);
    this.#conversation.host.tell('copy', { value: text });
  }
}

function mayEdit(editable: unknown, role: Message['role']): boolean {
  return editable === 'all' ? role !== 'system' : editable === 'user' && role === 'user';
}

function tool(name: string, drawing: TemplateResult, press: () => void): TemplateResult {
  return html`<button class="icon-button tool" part="button" type="button" aria-label=${name} title=${name} @click=${press}>${drawing}</button>`;
}
