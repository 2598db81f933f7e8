import { LitElement, type PropertyDeclaration } from 'lit';
import { describe } from '../shared/errors.ts';
import { REMOVED } from '../shared/port.ts';
import { booleanConverter, jsonConverter, kebab, strictNumberConverter } from './attributes.ts';

/** What every element of ours does with its attributes: kebab-case names, `"false"` is false, absent is the default. */
export abstract class HostElement extends LitElement {
  /** The options of `new rv.X(options)` are applied by the `element` decorator, after every field has its default. */
  constructor(_options?: object, ..._children: unknown[]) {
    super();
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
  }

  /**
   * An attribute that goes away gives the property its default back; one that does not fit leaves the property as it
   * is, and is told of in the console.
   */
  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (value !== null && !this.#fits(name, value)) return;
    if (value !== null || old === null) return super.attributeChangedCallback(name, old, value);
    const { defaults, elementProperties } = this.constructor as unknown as {
      defaults: Map<PropertyKey, unknown>;
      elementProperties: Map<PropertyKey, PropertyDeclaration>;
    };
    const values = this as unknown as Record<PropertyKey, unknown>;
    for (const [key, declaration] of elementProperties) {
      if (declaration.attribute === name && !isAbsence(values[key], declaration))
        values[key] = defaults.get(key);
    }
  }

  #fits(name: string, text: string): boolean {
    const { elementProperties } = this.constructor as typeof LitElement;
    for (const { attribute, converter, type } of elementProperties.values()) {
      if (attribute !== name || typeof converter !== 'object') continue;
      try {
        converter.fromAttribute?.(text, type);
      } catch (error) {
        const tag = `<${this.localName}${this.id && ` id="${this.id}"`}>`;
        console.error(
          `${tag}: the attribute ${name} got ${describe(text)}, expected ${(error as Error).message}`,
          this,
        );
        return false;
      }
    }
    return true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
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

/** True for a reflected value that an absent attribute stands for: it was the element itself that took it away. */
function isAbsence(value: unknown, { reflect, converter }: PropertyDeclaration): boolean {
  if (!reflect) return false;
  const convert = typeof converter === 'object' ? converter.toAttribute : undefined;
  const text = convert ? convert(value) : value;
  return text === null || text === undefined;
}
