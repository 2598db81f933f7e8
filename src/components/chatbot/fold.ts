/** @file What folds in a conversation: the reasoning within a text, and the titles of folds. */

import { type TemplateResult, html, nothing, render } from 'lit';
import { chevronRightIcon } from '../parts/icons.ts';
import type { ChatHost } from './chat-host.ts';
import type { MessageMetadata } from './messages.ts';
import { TextPart } from './text-part.ts';
import { say } from '../../words/chat.ts';

/** The title of a fold, with a sign that turns while it goes on. */
function foldTitle(title: string, pending: boolean): TemplateResult {
  return html`<span class="chevron">${chevronRightIcon}</span>${pending ? html`<span class="spinner" role="img" aria-label=${say('inProgress')}></span>` : nothing}<span class="fold-title">${title}</span>`;
}

/** The title of a message that folds, and what is told beside it. */
export function foldSummary({ title = '', log, duration, status }: MessageMetadata): TemplateResult {
  return html`<summary>
    ${foldTitle(title, status === 'pending')}
    ${log ? html`<span class="log-words">${log}</span>` : nothing}
    ${typeof duration === 'number' ? html`<span class="log-words">${lasting(duration)}</span>` : nothing}
  </summary>`;
}

/** `1.2 s`, `2 min 3 s`; below a tenth of a second in milliseconds. */
function lasting(seconds: number): string {
  if (seconds < 0.1) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** Draws reasoning within a text: open while it goes on. */
export class ReasoningPart {
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
      render(foldTitle(say(open ? 'thinking' : 'reasoning'), open), this.#title);
    }
    this.#open = open;
    this.#text.show(text);
  }

  dispose(): void {
    this.#text.dispose();
  }
}
