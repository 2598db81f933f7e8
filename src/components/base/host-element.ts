/** @file `HostElement`, the base of all elements: attributes, options, checked properties. */

import { LitElement, type PropertyDeclaration } from 'lit';
import { property } from 'lit/decorators.js';
import type { EventName, EventOf } from '../../page/element-types.ts';
import { RivuletError, ValueError, describe, isText, wordsOf } from '../../shared/errors.ts';
import { REMOVED } from '../../shared/port.ts';
import { addSpeaker, removeSpeaker } from '../../words/say.ts';
import {
  type Converter,
  booleanConverter,
  jsonConverter,
  kebab,
  strictNumberConverter,
} from './attributes.ts';
import { checkSoon } from '../hints/check.ts';
import { complete } from './element.ts';
import { isFinished, isStrict } from './setting.ts';

/** Listeners know the events of their element. */
export interface HostElement {
  addEventListener<Name extends EventName<this>>(
    type: Name,
    listener: (this: this, event: EventOf<this, Name>) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: HTMLElement, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** What takes a value into an element: its own setter, or that of Lit. */
type Setter = (this: HostElement, value: unknown) => void;

/**
 * What every element of ours does with its attributes: kebab-case names, `"false"` is false, absent is the default; and
 * with what does not fit, from markup or script: it changes nothing, is told of, and never thrown into rendering.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: it is the method that every element has, told more of
export abstract class HostElement extends LitElement {
  /** Within a Render: what was made under the same key by the former pass is kept, with the value it has got. */
  @property({ attribute: false }) key: string | number | null = null;

  /** What was said of the last drawing, where that failed. */
  #failure = '';
  /** What is left of the making of an element whose class is not known to us. */
  #finish: (() => void) | null = null;
  /** What is being set is what the reader of an attribute gave. */
  #isRead = false;

  /** The options of `new rv.X(options)` are applied by the `element` decorator, after every field has its default. */
  constructor(options?: object, ...children: unknown[]) {
    super();
    // A class that `customElements.define` was given as it is has nobody else to finish its elements.
    if (!(new.target as { byUs?: boolean }).byUs) {
      this.#finish = () => complete(this, [options, ...children]);
      queueMicrotask(() => this.#finish?.());
    }
  }

  static override createProperty(name: PropertyKey, options: PropertyDeclaration = {}): void {
    const declared = { ...options };
    if (declared.attribute === undefined || declared.attribute === true)
      declared.attribute = kebab(String(name));
    if (!declared.converter && declared.type === Boolean) declared.converter = booleanConverter;
    if (!declared.converter && (declared.type === Array || declared.type === Object))
      declared.converter = jsonConverter;
    if (!declared.converter && declared.type === Number) declared.converter = strictNumberConverter;
    super.createProperty(name, declared);
    const own = declared.noAccessor ? Object.getOwnPropertyDescriptor(this.prototype, name) : undefined;
    if (own?.set) Object.defineProperty(this.prototype, name, { ...own, set: guarded(name, own.set) });
  }

  protected static override getPropertyDescriptor(
    name: PropertyKey,
    key: string | symbol,
    options: PropertyDeclaration,
  ): PropertyDescriptor | undefined {
    const descriptor = super.getPropertyDescriptor(name, key, options);
    return descriptor && { ...descriptor, set: guarded(name, descriptor.set!) };
  }

  /** Takes a value as `set` does, unless it does not fit. @internal */
  receive(name: PropertyKey, given: unknown, set: Setter): void {
    if (!isFinished(this)) return set.call(this, given);
    let value = given === undefined && this.#needs(name) ? this.#usual(name) : given;
    let problem: RivuletError | null;
    try {
      // Options and results are typed; what a framework sets may be the text of an attribute.
      if (typeof value === 'string' && !this.#isRead && !isStrict()) value = this.#read(name, value);
      problem = this.misfit(name, value);
      if (!problem) set.call(this, this.#readable(name, value));
    } catch (error) {
      problem =
        error instanceof RivuletError ? error : this.#misfit(name, value, `another: ${wordsOf(error)}`);
      if (isStrict()) throw problem;
    }
    this.onSet(name, problem);
  }

  /** The error for a value that does not fit a property, if so: which, what came, what was expected. */
  protected misfit(name: PropertyKey, value: unknown): RivuletError | null {
    const { converter, type } = this.#declared(name);
    const expects = (converter as Converter | undefined)?.expects;
    let expected: string | undefined;
    if (value === null || value === undefined)
      expected = this.#needs(name) ? expects!(value, type) : undefined;
    else if (expects) expected = expects(value, type);
    else if (this.#holdsText(name) && !isText(value)) expected = 'a text';
    return expected === undefined ? null : this.#misfit(name, value, expected);
  }

  /** Called when a property was set, to a value that fits or not. */
  protected onSet(_name: PropertyKey, problem: RivuletError | null): void {
    if (problem) console.error(problem, this);
  }

  /** Draws. What cannot be drawn leaves what was drawn before; the next value is another chance. */
  protected override performUpdate(): void {
    let failure = '';
    try {
      super.performUpdate();
    } catch (cause) {
      failure = `${this.#tag} cannot be shown: ${wordsOf(cause)}`;
      // Said once: saying it draws again, which fails again.
      if (failure !== this.#failure) this.onSet('render', new ValueError(failure, { cause }));
    }
    if (!failure && this.#failure) this.onSet('render', null);
    this.#failure = failure;
  }

  /** A property that holds a text holds no list or element, which would be drawn as such. */
  #readable(name: PropertyKey, value: unknown): unknown {
    const text = name !== 'value' && typeof value === 'object' && value !== null && this.#holdsText(name);
    return text ? String(value) : value;
  }

  #holdsText(name: PropertyKey): boolean {
    return !this.#declared(name).converter && typeof this.#usual(name) === 'string';
  }

  #misfit(name: PropertyKey, value: unknown, expected: string, kind = 'property'): ValueError {
    return new ValueError(
      `${this.#tag}: the ${kind} ${String(name)} got ${describe(value)}, expected ${expected}`,
      { target: this.id || this.localName },
    );
  }

  /** Reads what a text stands for: itself, or what the attribute's reader makes of it. @throws {ValueError} */
  #read(name: PropertyKey, text: string, attribute?: string): unknown {
    const { converter, type } = this.#declared(name) as { converter?: Converter; type?: unknown };
    if (!converter?.fromAttribute || (converter.takesText && attribute === undefined)) return text;
    try {
      const value = converter.fromAttribute(text, type);
      const expected = value == null ? undefined : converter.expects?.(value, type);
      if (expected !== undefined) throw new Error(expected);
      return value;
    } catch (error) {
      const { message } = error as Error;
      throw this.#misfit(attribute ?? name, text, message, attribute && 'attribute');
    }
  }

  #declared(name: PropertyKey): PropertyDeclaration {
    return (this.constructor as typeof LitElement).elementProperties.get(name) ?? {};
  }

  #usual(name: PropertyKey): unknown {
    return (this.constructor as unknown as { defaults?: Map<PropertyKey, unknown> }).defaults?.get(name);
  }

  /** True where nothing does not fit: rendering counts on a list, a number, one of some words. */
  #needs(name: PropertyKey): boolean {
    const { expects, nullable } = (this.#declared(name).converter ?? {}) as Converter;
    return expects !== undefined && !nullable && (this.#usual(name) ?? null) !== null;
  }

  /**
   * An attribute that goes away gives the property its default back; one that does not fit leaves the property as it
   * is, and is told of in the console.
   */
  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    this.#finish?.();
    this.#finish = null;
    if (value !== null && !this.#fits(name, value)) return;
    if (value !== null || old === null) {
      this.#isRead = true;
      try {
        return super.attributeChangedCallback(name, old, value);
      } finally {
        this.#isRead = false;
      }
    }
    const { defaults, elementProperties } = this.constructor as unknown as {
      defaults?: Map<PropertyKey, unknown>;
      elementProperties: Map<PropertyKey, PropertyDeclaration>;
    };
    const values = this as unknown as Record<PropertyKey, unknown>;
    for (const [key, declaration] of elementProperties) {
      if (declaration.attribute === name && !isAbsence(values[key], declaration))
        values[key] = defaults?.get(key);
    }
  }

  get #tag(): string {
    return `<${this.localName}${this.id && ` id="${this.id}"`}>`;
  }

  #fits(name: string, text: string): boolean {
    const { elementProperties } = this.constructor as typeof LitElement;
    for (const [key, { attribute }] of elementProperties) {
      if (attribute !== name) continue;
      try {
        this.#read(key, text, name);
      } catch (error) {
        this.onSet(key, error as ValueError);
        return false;
      }
    }
    return true;
  }

  override connectedCallback(): void {
    this.#finish?.();
    this.#finish = null;
    super.connectedCallback();
    addSpeaker(this);
    checkSoon(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeSpeaker(this);
    // A move within one task is no removal.
    setTimeout(() => {
      if (!this.isConnected) this.dispatchEvent(new Event(REMOVED));
    });
  }

  /** Fires an event of this element, bubbling as native ones do. */
  protected emit(name: string, detail: unknown = {}): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

function guarded(name: PropertyKey, set: Setter): Setter {
  return function (value) {
    this.receive(name, value, set);
  };
}

/** True for a reflected value that an absent attribute stands for: it was the element itself that took it away. */
function isAbsence(value: unknown, { reflect, converter }: PropertyDeclaration): boolean {
  if (!reflect) return false;
  const convert = typeof converter === 'object' ? converter.toAttribute : undefined;
  const text = convert ? convert(value) : value;
  return text === null || text === undefined;
}
