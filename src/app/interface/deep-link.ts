/** @file Puts what the inputs of an Interface hold into a link, and takes it from there. */

import { type TemplateResult, html } from 'lit';
import { notify } from '../../bind/notify.ts';
import type { Component } from '../shortcuts.ts';
import { isShown } from '../shortcuts.ts';
import { say } from '../../words/apps.ts';

/** An Interface, as far as links go. */
interface LinkedApp extends HTMLElement {
  readonly inputs: Component[];
  readonly additionalInputs: Component[];
  requestUpdate(): void;
}

/** Milliseconds for which the button says that the link is copied. */
const SAID_MS = 1500;

/** The link of one Interface. What is in it stays in the address after its `#`, which no server is sent. */
export class DeepLink {
  readonly #app: LinkedApp;
  #words: 'copyLink' | 'linkCopied' | 'linkInAddress' = 'copyLink';

  constructor(app: LinkedApp) {
    this.#app = app;
  }

  render(): TemplateResult {
    return html`<button class="button" part="button" type="button" id="link" @click=${this.#copy}>${say(this.#words)}</button>`;
  }

  /** Fills the inputs with what the address holds for this app. */
  follow(): void {
    const text = new URLSearchParams(location.hash.slice(1)).get(this.#name);
    if (text === null) return;
    try {
      const values = JSON.parse(text) as Record<string, unknown>;
      this.#inputs.forEach((input, at) => {
        if (Object.hasOwn(values, at)) input.fromHandler(values[at]);
      });
    } catch (error) {
      console.warn('The link holds values that do not fit', error);
      notify(this.#app, { level: 'warning', message: say('linkMisfit') });
    }
  }

  get #name(): string {
    return `riv-${this.#app.id || [...document.querySelectorAll('riv-interface')].indexOf(this.#app as never)}`;
  }

  get #inputs(): Component[] {
    return [...this.#app.inputs, ...this.#app.additionalInputs].filter(isShown);
  }

  /** What can be written down of the values: no files, no pictures. */
  #url(): string {
    const values: Record<number, unknown> = {};
    this.#inputs.forEach(({ value }, at) => {
      if (isPlain(value)) values[at] = value;
    });
    const url = new URL(location.href);
    const parts = new URLSearchParams(url.hash.slice(1));
    parts.set(this.#name, JSON.stringify(values));
    url.hash = parts.toString();
    return url.href;
  }

  #copy = async (): Promise<void> => {
    const url = this.#url();
    history.replaceState(history.state, '', url);
    await navigator.clipboard.writeText(url).then(
      () => this.#show('linkCopied'),
      () => this.#show('linkInAddress'), // where the page may not write to the clipboard
    );
  };

  #show(words: 'linkCopied' | 'linkInAddress'): void {
    this.#words = words;
    this.#app.requestUpdate();
    setTimeout(() => {
      this.#words = 'copyLink';
      this.#app.requestUpdate();
    }, SAID_MS);
  }
}

/** True for what JSON gives back as it was. */
function isPlain(value: unknown): boolean {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  return (
    Object.getPrototypeOf(value ?? 0) === Object.prototype && Object.values(value as object).every(isPlain)
  );
}
