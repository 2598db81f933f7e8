/** @file Loads what only some chats have: the panel of past conversations, and the flags. */

import type { Message } from '../../components/chatbot/messages.ts';
import { lazy } from '../../page/lazy.ts';
import type { ChatAppHost } from './chat-app-host.ts';
import type { ChatFlags, Liked } from './chat-flags.ts';
import type { ChatHistory, Opener } from './chat-history.ts';

/** The panel and the flags of a chat. */
export class ChatExtras {
  panel: ChatHistory | null = null;
  flags: ChatFlags | null = null;
  readonly #host: ChatAppHost;
  readonly #chat: Opener;
  #opening: Promise<void> | null = null;
  #flagging: Promise<void> | null = null;

  constructor(host: ChatAppHost, chat: Opener) {
    this.#host = host;
    this.#chat = chat;
  }

  /** Loads what is wanted. What fails is tried again the next time. */
  load(): void {
    const { saveHistory, flagging } = this.#host;
    const redraw = () => this.#host.requestUpdate();
    if (saveHistory)
      this.#opening ??= lazy(() => import('./chat-history.ts'))
        .then(({ ChatHistory }) => {
          this.panel = new ChatHistory(this.#host, this.#chat);
          redraw();
        })
        .catch((error: unknown) => {
          this.#opening = null;
          console.error(error);
        });
    if (flagging === 'manual')
      this.#flagging ??= lazy(() => import('./chat-flags.ts'))
        .then(({ ChatFlags }) => {
          this.flags = new ChatFlags(this.#host);
          redraw();
        })
        .catch((error: unknown) => {
          this.#flagging = null;
          console.error(error);
        });
  }

  /** Keeps the conversation as it is now, also where its panel is still to come. */
  async keep(messages: readonly Message[]): Promise<void> {
    await this.#opening;
    await this.panel?.keep(messages);
  }

  /** Keeps an answer that was liked or disliked. */
  async keepLiked(messages: readonly Message[], liked: Liked): Promise<void> {
    await this.#flagging;
    await this.flags?.keep(messages, liked);
  }
}
