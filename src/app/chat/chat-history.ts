/** @file The panel of past conversations. */

import { type TemplateResult, html } from 'lit';
import { notify } from '../../bind/notify.ts';
import { type Message, textOfMessage } from '../../components/chatbot/messages.ts';
import { plusIcon } from '../../components/parts/icons.ts';
import { trashIcon } from '../../components/parts/media-icons.ts';
import { keptName } from '../kept/kept-name.ts';
import { type Conversation, conversationsOf, dropConversation, keepConversation } from './chat-store.ts';
import { say } from '../../words/apps.ts';

/** Letters of a title. */
const TITLE = 60;

/** What the panel knows of its app. */
interface HistoryHost extends HTMLElement {
  readonly binding: { readonly apiName: string } | null;
  requestUpdate(): void;
}

/** What the panel has its chat do. */
export interface Opener {
  open(messages: readonly Message[]): void;
  clear(): void;
}

/** Shows past conversations, opens them, forgets them. */
export class ChatHistory {
  readonly #host: HistoryHost;
  readonly #chat: Opener;
  #all: Conversation[] = [];
  /** The one that is shown. */
  #current = '';

  constructor(host: HistoryHost, chat: Opener) {
    this.#host = host;
    this.#chat = chat;
    void this.#read();
  }

  /** Begins another conversation. */
  begin(): void {
    this.#current = '';
    this.#host.requestUpdate();
  }

  /** Keeps the conversation as it is now. */
  async keep(messages: readonly Message[]): Promise<void> {
    const first = messages.find(({ role }) => role === 'user');
    if (!first) return;
    this.#current ||= crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
    const title = textOfMessage(first).trim().replace(/\s+/g, ' ').slice(0, TITLE) || say('files');
    try {
      await keepConversation({
        id: this.#current,
        app: this.#app,
        title,
        at: Date.now(),
        messages: [...messages],
      });
    } catch (error) {
      console.warn(error);
      notify(this.#host, {
        level: 'warning',
        message: say('chatNotKept', { why: (error as Error).message }),
      });
    }
    await this.#read();
  }

  render(): TemplateResult {
    return html`<nav class="history" part="history" aria-label=${say('conversations')}>
      <button class="button" part="button" type="button" @click=${this.#new}>${plusIcon}${say('newChat')}</button>
      ${
        this.#all.length > 0
          ? html`<ul>
            ${this.#all.map(
              ({ id, title, messages }) => html`<li class=${id === this.#current ? 'current' : ''}>
                <button class="past" type="button" aria-current=${id === this.#current ? 'true' : 'false'} title=${title} @click=${() => this.#open(id, messages)}>${title}</button>
                <button class="icon-button" part="button" type="button" aria-label=${say('deleteNamed', { name: title })} title=${say('delete')} @click=${() => void this.#drop(id)}>${trashIcon}</button>
              </li>`,
            )}
          </ul>`
          : html`<p class="none">${say('chatsKept')}</p>`
      }
    </nav>`;
  }

  get #app(): string {
    return keptName(this.#host);
  }

  async #read(): Promise<void> {
    this.#all = await conversationsOf(this.#app).catch(() => []);
    this.#host.requestUpdate();
  }

  #new = (): void => this.#chat.clear();

  #open(id: string, messages: readonly Message[]): void {
    this.#chat.open(messages);
    this.#current = id;
    this.#host.requestUpdate();
  }

  async #drop(id: string): Promise<void> {
    const shown = id === this.#current;
    await dropConversation(id).catch((error: unknown) => console.warn(error));
    if (shown) this.#chat.clear();
    await this.#read();
  }
}
