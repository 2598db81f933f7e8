/** @file The view of a Chatbot: the list of messages, where it is scrolled, what stands around it. */

import { adoptStyles, html, nothing, render } from 'lit';
import { REMOVED } from '../../shared/port.ts';
import type { Status } from '../../shared/status.ts';
import { lazy } from '../../page/lazy.ts';
import { Copying } from '../parts/copy.ts';
import { checkIcon, copyIcon, resetIcon } from '../parts/icons.ts';
import { trashIcon } from '../parts/media-icons.ts';
import { arrowDownIcon, chatIcon } from './chat-icons.ts';
import type { ChatHost } from './chat-host.ts';
import { chatStyles } from './styles/chatbot.styles.ts';
import type { MessageList } from './message-list.ts';
import { textOfMessage } from './messages.ts';
import type { TextPart } from './text-part.ts';
import { say } from '../../words/chat.ts';

/** Characters of an answer that screen readers hear. */
const HEARD = 4000;

const RUNNING = new Set<Status['stage']>(['pending', 'generating', 'streaming']);

/** All that is seen of a Chatbot. */
export class ChatView {
  readonly #host: ChatHost;
  #list: MessageList | null = null;
  #loading: Promise<void> | null = null;
  #complaint = '';
  readonly #element = document.createElement('div');
  #hint: TextPart | null = null;
  readonly #copying: Copying;
  #stage: Status['stage'] = 'idle';
  #shownStatus: { of: Status; as: Status } | null = null;

  constructor(host: ChatHost, root: ShadowRoot) {
    adoptStyles(root, [...root.adoptedStyleSheets, chatStyles]);
    this.#host = host;
    this.#copying = new Copying(() => host.requestUpdate());
    this.#element.className = 'chat panel';
    this.#element.part.add('chat');
    // What was given back when the element left is drawn anew when it is in a page again.
    host.addEventListener(REMOVED, () => this.#list?.release());
    host.addController({ hostConnected: () => host.requestUpdate() });
  }

  /** Brings the reader to the end, which is followed from then on. */
  follow(): void {
    this.#list?.follow();
  }

  /** Loads what draws messages, for which an empty chat has no need. A failure is told, and tried again. */
  prepare(): Promise<void> {
    this.#loading ??= lazy(() => import('./message-list.ts')).then(
      ({ MessageList }) => {
        this.#list = new MessageList(this.#host, this.#host.renderRoot as ShadowRoot);
        if (this.#complaint && this.#host.message === this.#complaint) this.#host.message = '';
        this.#host.requestUpdate();
      },
      (error: unknown) => {
        this.#loading = null;
        this.#host.message = this.#complaint = (error as Error).message;
      },
    );
    return this.#loading;
  }

  /** Resolves when what is loaded for it is there. */
  async settled(): Promise<void> {
    await this.#loading;
  }

  /** Draws what has changed. */
  render(): HTMLElement {
    const { value, height, status, layout } = this.#host;
    const running = RUNNING.has(status.stage);
    this.#announce(running);
    const waits = running && value.at(-1)?.role !== 'assistant';
    if (value.length > 0 || waits) void this.prepare();
    if (this.#host.isConnected) this.#list?.update(running, waits);
    this.#element.className = `chat panel as-${layout}`;
    this.#element.style.height = height === null ? '' : `${height}px`;
    render(
      html`${this.#head()} ${value.length === 0 && !waits ? this.#empty() : nothing}
        ${this.#list?.element ?? nothing}
        ${
          (this.#list?.following ?? true)
            ? nothing
            : html`<button class="button to-end" part="button" type="button" aria-label=${say('toEnd')} title=${say('toEnd')} @click=${() => this.follow()}>${arrowDownIcon}</button>`
        }`,
      this.#element,
    );
    return this.#element;
  }

  /** Draws how a run stands: small while it goes on, and in full when it has failed, with a way to try again. */
  renderStatus(draw: () => unknown): unknown {
    const { status, heard } = this.#host;
    const failed = status.stage === 'error';
    const retries = failed && heard.has('retry') && (this.#list?.lastQuestion ?? -1) >= 0;
    return html`${draw()}${
      retries
        ? html`<button class="button retry" part="button" type="button" @click=${() => this.#list?.act('retry')}>${resetIcon}${say('retry')}</button>`
        : nothing
    }`;
  }

  /** The status as it is shown in a conversation: no frame that pulses around all of it. */
  quiet(status: Status): Status {
    if (this.#shownStatus?.of !== status)
      this.#shownStatus = {
        of: status,
        as: status.show === 'full' && status.stage !== 'error' ? { ...status, show: 'minimal' } : status,
      };
    return this.#shownStatus.as;
  }

  /** Screen readers hear an answer once, when it is there. */
  #announce(running: boolean): void {
    const { status, value, name } = this.#host;
    const before = this.#stage;
    this.#stage = status.stage;
    if (running || !RUNNING.has(before)) return;
    const texts: string[] = [];
    for (const message of [...value].reverse()) {
      if (message.role === 'user') break;
      if (!message.metadata?.title) texts.unshift(textOfMessage(message));
    }
    const text = texts.join('\n').trim();
    if (!text) return;
    const words = text.length > HEARD ? `${text.slice(0, HEARD)} …` : text;
    lazy(() => import('../status/announce.ts')).then(
      ({ announce }) => announce(`${name}: ${words}`),
      console.warn,
    );
  }

  #head(): unknown {
    const { buttons, value, heard } = this.#host;
    const copies = buttons.includes('copyAll') && value.length > 0;
    const clears = (buttons.includes('clear') || heard.has('clear')) && value.length > 0;
    if (!copies && !clears) return nothing;
    return html`<div class="head">
      <span class="head-tools">
        ${
          copies
            ? html`<button class="icon-button" part="button" type="button" aria-label=${say(this.#copying.copied ? 'allCopied' : 'copyAll')} title=${say('copyAll')} @click=${this.#copyAll}>${this.#copying.copied ? checkIcon : copyIcon}</button>`
            : nothing
        }
        ${
          clears
            ? html`<button class="icon-button" part="button" type="button" aria-label=${say('clear')} title=${say('clear')} @click=${this.#clear}>${trashIcon}</button>`
            : nothing
        }
      </span>
    </div>`;
  }

  #empty(): unknown {
    const { placeholder, examples } = this.#host;
    if (placeholder) this.#showHint(String(placeholder));
    return html`<div class="empty">
      ${
        placeholder
          ? html`<div class="placeholder">${this.#hint?.element ?? placeholder}</div>`
          : examples.length > 0
            ? nothing
            : html`<div class="nothing">${chatIcon}<span>${say('noMessages')}</span></div>`
      }
      ${
        examples.length > 0
          ? html`<div class="examples">
            ${examples.map((given, index) => {
              const example = typeof given === 'string' ? { text: given } : given;
              const { text = '', displayText, icon, files = [] } = example ?? {};
              return html`<button class="button example" part="button" type="button" @click=${() => this.#host.tell('exampleSelect', { index, value: { ...example, text } })}>
                ${icon ? html`<img class="example-icon" src=${icon} alt="" />` : nothing}
                <span>${displayText ?? text}</span>
                ${files.length > 0 ? html`<span class="note">${say('fileCount', { count: files.length })}</span>` : nothing}
              </button>`;
            })}
          </div>`
          : nothing
      }
    </div>`;
  }

  /** A placeholder may have Markdown. */
  #showHint(text: string): void {
    if (this.#hint) return this.#hint.show(text);
    if (!/[*_`#<[\]|~\n\\]/.test(text)) return;
    void lazy(() => import('./text-part.ts')).then(({ TextPart }) => {
      this.#hint = new TextPart(this.#host);
      this.#host.requestUpdate();
    }, console.warn);
  }

  #copyAll = async (): Promise<void> => {
    const text = this.#host.value.map((message) => `${message.role}: ${textOfMessage(message)}`).join('\n\n');
    await this.#copying.copy(text);
    this.#host.tell('copy', { value: text });
  };

  #clear = (): void => this.#host.rewrite([], 'clear', {});
}
