/** @file `<riv-browser-state>`: remembers a value in this browser, beyond the end of the page. */

import { property } from 'lit/decorators.js';
import type { Any, HeldOf, TYPES, ValueTypes } from '../../page/element-types.ts';
import type { Input } from '../../shared/protocol.ts';
import { type Converter, anyConverter } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { UnseenElement } from '../base/unseen.ts';

/** Whoever asks for it gets a copy. */
const copyConverter: Converter = {
  ...anyConverter,
  nullable: true,
  expects(value) {
    try {
      structuredClone(value);
      return undefined;
    } catch {
      return 'what can be copied';
    }
  },
};

/**
 * Remembers a value in this browser, beyond the end of the page; shows nothing. The value is kept in `localStorage`
 * as JSON, not encrypted: whoever uses this browser, and every script of this site, can read it. Where storage is
 * blocked or full the value lasts as long as the page.
 *
 * @input What it holds.
 * @output Any JSON value.
 * @event change - A handler gave a value that differs; also once at load, when a stored value is not the default.
 */
@element('riv-browser-state', { unseen: true })
export class RivBrowserState<Value = Any> extends UnseenElement<unknown> {
  declare readonly [TYPES]: ValueTypes<HeldOf<Value>>;
  static override kind = 'Browser State';

  /** Name of the value in `localStorage`; the element's id when empty. Without either nothing is stored. */
  @property() storageKey = '';
  /** The value while nothing is stored, when what is stored cannot be read, and in place of `null` for handlers. */
  @property({ converter: copyConverter }) defaultValue: unknown = null;

  /** What cannot be stored. */
  #unstored: string | null = null;

  constructor(options?: Options<RivBrowserState, { defaultValue?: Value }>) {
    super(options);
  }

  /** The value, read anew each time: a copy. */
  @property({ attribute: false })
  get value(): unknown {
    const text = this.#unstored ?? this.#read();
    try {
      if (text !== null) return JSON.parse(text);
    } catch {
      // Not ours, or damaged: as good as nothing.
    }
    return this.emptyValue;
  }
  set value(given: unknown) {
    const text = this.#toText(given);
    this.#unstored = this.#write(text) ? null : text;
  }

  override get emptyValue(): unknown {
    return structuredClone(this.defaultValue);
  }

  protected override asInput(value: unknown): Input {
    return { kind: 'value', value: value ?? this.emptyValue };
  }

  protected override accept(given: unknown): unknown {
    return JSON.parse(this.#toText(given)) as unknown;
  }

  protected override async firstUpdated(): Promise<void> {
    if (!this.#key)
      console.warn('<riv-browser-state> stores nothing: it needs a storage-key, or an id', this);
    // Whoever is bound to it in its app is bound by then.
    await this.closest<Element & { ready?: Promise<void> }>('riv-interface, riv-blocks, riv-chat-interface')
      ?.ready;
    const { value } = this;
    if (this.isConnected && this.differs(value, this.defaultValue)) this.emit('change', { value });
  }

  get #key(): string {
    return this.storageKey || this.id;
  }

  #toText(given: unknown): string {
    let text: string | undefined;
    try {
      text = JSON.stringify(given ?? null);
    } catch {
      // A loop or a bigint: told of below.
    }
    if (text === undefined) throw this.refuse(given, 'what JSON can hold');
    return text;
  }

  // Reaching for the storage throws where the browser blocks it.

  #read(): string | null {
    try {
      return this.#key ? localStorage.getItem(this.#key) : null;
    } catch {
      return null;
    }
  }

  #write(text: string): boolean {
    if (!this.#key) return false;
    try {
      localStorage.setItem(this.#key, text);
      return true;
    } catch (error) {
      console.warn(
        `<riv-browser-state> "${this.#key}" cannot be stored; it lasts as long as the page`,
        error,
      );
      return false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-browser-state': RivBrowserState<Any>;
  }
  interface RivuletShortcuts {
    'browser-state': RivBrowserState;
  }
}
