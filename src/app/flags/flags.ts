/** @file `<riv-flags>`: keeps what an Interface shows in this browser, and gives it back as CSV. */

import { css, html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Binding } from '../../bind/binding/binding.ts';
import { controlStyles } from '../../components/styles/controls.styles.ts';
import { element } from '../../components/base/element.ts';
import { HostElement } from '../../components/base/host-element.ts';
import { downloadIcon } from '../../components/parts/media-icons.ts';
import { tokens } from '../../components/styles/tokens.ts';
import { flagOf, flagsAsCsv } from './flag-record.ts';
import { keepFlag, keptFlags } from './flag-store.ts';
import type { Component } from '../shortcuts.ts';
import { say } from '../../words/apps.ts';

/** What a flag may say: a text, which makes the button "Flag as …", or the button's text and what is stored. */
export type FlagOption = string | readonly [text: string, choice: string | null];

/** What is kept of a flag where the page keeps it itself. */
export interface FlagRecord {
  labels: string[];
  values: unknown[];
  /** What the reader said; `null` for a plain flag. */
  flag: string | null;
  timestamp: string;
}

/** Takes flags in place of the browser's store. */
export type FlagCallback = (record: FlagRecord) => unknown;

const choiceOf = (option: FlagOption): readonly [string, string | null] =>
  typeof option === 'string' ? [say('flagAs', { name: option }), option] : option;

/** Milliseconds for which the button says that it saves. */
const SAVING_MS = 800;

/**
 * Keeps what an Interface shows in this browser, and gives it back as CSV.
 *
 * @csspart button - A button.
 */
@element('riv-flags')
export class RivFlags extends HostElement {
  static override styles = [
    tokens,
    controlStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: calc(var(--_space) * 2);
      }
      .button {
        flex: 1 1 96px;
      }
      .icon {
        display: block;
        flex: none;
      }
    `,
  ];

  /** Who asks for it: a button, or each run that succeeds. */
  @property({ attribute: false }) mode: 'manual' | 'auto' = 'manual';
  /** What a flag may say: a text each, or the button's text and what is stored. */
  @property({ attribute: false }) options: readonly FlagOption[] = [];
  /** Takes flags in place of this browser's store. */
  @property({ attribute: false }) callback: FlagCallback | null = null;
  /** What is written down. */
  @property({ attribute: false }) components: readonly Component[] = [];
  /** Whose runs are kept in `auto`. */
  @property({ attribute: false }) binding: Binding | null = null;
  /** Names the app that the flags belong to. */
  @property({ attribute: false }) store = '';

  #state: 'idle' | 'saving' | 'failed' = 'idle';
  /** The button that was pressed last. */
  #pressed = 0;
  #kept = 0;
  #followed: Binding | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow(this.binding);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(null);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('binding')) this.#follow(this.binding);
    if (changed.has('store')) void this.#count();
  }

  /** Writes down what is shown now, and what the reader says of it. */
  async flag(choice: string | null = null): Promise<void> {
    const timestamp = new Date().toISOString();
    if (this.callback) {
      const values = this.components.map((component) => component.value);
      const labels = this.components.map((component, at) => component.label || `component ${at}`);
      await this.callback({ values, labels, flag: choice, timestamp });
      return;
    }
    await keepFlag(await flagOf(this.components, this.store, timestamp, choice));
    await this.#count();
  }

  #follow(binding: Binding | null): void {
    this.#followed?.removeEventListener('end', this.#onEnd);
    binding?.addEventListener('end', this.#onEnd);
    this.#followed = binding;
  }

  #onEnd = (event: Event): void => {
    if (this.mode !== 'auto' || (event as CustomEvent<{ outcome: string }>).detail.outcome !== 'success')
      return;
    this.flag().catch((error: unknown) => console.warn('What the app shows could not be kept', error));
  };

  async #count(): Promise<void> {
    const { length } = await keptFlags(this.store).catch(() => []);
    this.#kept = length;
    this.requestUpdate();
  }

  async #press(at: number, choice: string | null): Promise<void> {
    this.#pressed = at;
    this.#show('saving');
    const shown = new Promise((resolve) => setTimeout(resolve, SAVING_MS));
    try {
      await this.flag(choice);
      await shown;
      this.#show('idle');
    } catch (error) {
      console.warn('What the app shows could not be kept', error);
      this.#show('failed');
    }
  }

  #show(state: 'idle' | 'saving' | 'failed'): void {
    this.#state = state;
    this.requestUpdate();
  }

  async #download(): Promise<void> {
    const text = flagsAsCsv(await keptFlags(this.store));
    const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
    Object.assign(document.createElement('a'), { href: url, download: 'flags.csv' }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }

  protected override render(): unknown {
    const choices = this.options.length === 0 ? [[say('flag'), null] as const] : this.options.map(choiceOf);
    const words = (text: string, at: number) =>
      at === this.#pressed
        ? { idle: text, saving: say('saving'), failed: say('errorShort') }[this.#state]
        : text;
    return html`${
      this.mode === 'manual'
        ? choices.map(
            ([text, choice], at) => html`<button
              class="button"
              part="button"
              type="button"
              ?disabled=${this.#state === 'saving'}
              @click=${() => this.#press(at, choice)}
            >
              ${words(text, at)}
            </button>`,
          )
        : nothing
    }${
      this.#kept > 0
        ? html`<button class="button" part="button" type="button" @click=${this.#download}>
            ${downloadIcon} ${say('flagsAsCsv', { count: this.#kept })}
          </button>`
        : nothing
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-flags': RivFlags;
  }
}
