/** @file Keeps answers that were liked or disliked, with their questions. */

import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { type Message, textOfMessage } from '../../components/chatbot/messages.ts';
import '../flags/flags.ts';
import { keepFlag } from '../flags/flag-store.ts';
import { keptName } from '../kept/kept-name.ts';

/** What the flags know of their app. */
interface FlaggingHost extends HTMLElement {
  readonly binding: { readonly apiName: string } | null;
  requestUpdate(): void;
}

/** Which message was liked or disliked; `null` takes it back. */
export interface Liked {
  index: number;
  liked: boolean | string | null;
}

/** Keeps what was liked, and offers all of it as CSV. */
export class ChatFlags {
  readonly #host: FlaggingHost;
  #count = 0;

  constructor(host: FlaggingHost) {
    this.#host = host;
  }

  /** Keeps an answer with its question, and the word that was pressed. */
  async keep(messages: readonly Message[], { index, liked }: Liked): Promise<void> {
    const answer = messages[index];
    if (!answer || liked === null) return;
    const question = messages.slice(0, index).findLast(({ role }) => role === 'user');
    const word = liked === true ? 'Like' : liked === false ? 'Dislike' : liked;
    try {
      await keepFlag({
        store: this.#store,
        timestamp: new Date().toISOString(),
        columns: ['question', 'answer', 'flag'],
        cells: [question ? textOfMessage(question) : '', textOfMessage(answer), word],
        files: {},
      });
      this.#count += 1;
      this.#host.requestUpdate();
    } catch (error) {
      console.warn('The answer could not be kept', error);
    }
  }

  render(): TemplateResult {
    return html`${keyed(this.#count, html`<riv-flags .mode=${'auto'} .store=${this.#store}></riv-flags>`)}`;
  }

  get #store(): string {
    return keptName(this.#host);
  }
}
