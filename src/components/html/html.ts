/** @file `<riv-html>`: shows HTML: a text, or a template of the page's own with behaviour. */

import { type PropertyValues, html } from 'lit';
import { property } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Any, TYPES } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import { type Converter, functionConverter, jsonConverter } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { LazyView } from '../base/lazy-view.ts';
import { type Made, MarkupElement } from '../markdown/markup.ts';
import { renderHtml } from '../markdown/render.ts';
import { toText } from '../parts/text.ts';
import type { HTMLView } from './html-view.ts';
import type { Props, SetUp, Template } from './html-host.ts';

/** A text as it is; from script any value. */
const valueConverter: Converter = { takesText: true, fromAttribute: (text) => text ?? '' };

const templateConverter: Converter = {
  nullable: true,
  takesText: true,
  fromAttribute: (text) => text,
  expects: (value) => (/^(string|function)$/.test(typeof value) ? undefined : 'a text or a function'),
};

/** What is its own beside the options of every element: each other option is a prop of the template. */
interface HTMLOptions {
  template?: Template | null;
  setUp?: SetUp | null;
  [prop: string]: Any;
}

/**
 * Shows HTML: a text from a handler, or with `template` a piece of the page's own whose values a handler gives, and which
 * `setUp` makes act. Scripts in it do not run, and its style sheets reach no further than this element.
 *
 * @input A string; with a template whatever the value is.
 * @output A string; with a template any value.
 * @event change - A handler gave another value, or what `setUp` made set one. `trigger` fires events of any name.
 * @event input - What `setUp` made set another value.
 * @csspart text - What the HTML became.
 */
@element('riv-html', { unlabelled: true })
export class RivHTML extends MarkupElement {
  declare readonly [TYPES]: { input: Any; output: Any; events: Record<string, CustomEvent> };
  static override events = ['change', 'input'];
  /** A binding may name events of any name: `trigger` fires them. */
  static openEvents = true;
  static override kind = 'HTML';

  /** The text; with a template any value. */
  @property({ converter: valueConverter })
  override get value(): Any {
    return this.isLive ? this.#given : toText(this.#given);
  }
  override set value(value: Any) {
    this.#given = value;
  }
  /**
   * HTML with `${value}` and `${prop}`, whose marks are escaped, and `${raw:value}`, which is HTML without scripts; or a
   * function that makes HTML or a node of the props.
   */
  @property({ converter: templateConverter }) template: Template | null = null;
  /** A style sheet for what is in this element, with `${prop}`. */
  @property() styles = '';
  /** Called once, with the element that holds what the template made, and the tools that make it act. */
  @property({ attribute: false, converter: functionConverter }) setUp: SetUp | null = null;
  /** Values for the template by their names. Options that an HTML has not got come here, too. */
  @property({ converter: jsonConverter, type: Object }) props: Props = {};

  #given: unknown = '';
  #view: LazyView<HTMLView> | undefined;

  constructor(options?: Options<RivHTML, HTMLOptions>) {
    super(options);
  }

  /** True with a template, or with behaviour. */
  get isLive(): boolean {
    return this.template !== null || this.setUp !== null;
  }

  override get emptyValue(): Any {
    return this.isLive ? null : '';
  }

  /** Names that an HTML has not got are props of its template. */
  override update(props: Record<string, unknown> | Map<PropertyKey, unknown>): void {
    if (props instanceof Map) return super.update(props);
    const known = (this.constructor as typeof RivHTML).elementProperties;
    const entries = Object.entries(props);
    super.update(Object.fromEntries(entries.filter(([name]) => known.has(name))));
    for (const [name, value] of entries) if (!known.has(name)) this.setProp(name, value);
  }

  /** Sets a prop of the template. @internal */
  setProp(name: string, value: unknown): void {
    this.props = { ...this.props, [name]: value };
  }

  /** Takes what the behaviour sets, as an edit of the user. @internal */
  edit(value: unknown): void {
    this.commit(value as Any);
  }

  /** Fires an event of the behaviour. @internal */
  trigger(name: string, detail?: unknown): void {
    this.emit(name, detail);
  }

  protected override accept(given: unknown): Any {
    return this.isLive ? (given ?? null) : this.textOf(given);
  }

  protected override check(value: unknown): void {
    if (!this.isLive) super.check(value);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.isLive) return super.willUpdate(changed);
    this.#view ??= new LazyView<HTMLView>(this, async (root) => {
      const { HTMLView } = await lazy(() => import('./html-view.ts'));
      return new HTMLView(this, root);
    });
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#view?.settled();
    return super.getUpdateComplete();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.isLive) this.#view?.view?.updated();
  }

  protected override make(text: string): Made | Promise<Made> {
    if (/<script[\s>]/i.test(text)) console.warn(`<riv-html>: scripts in the value do not run`);
    const show = (safe: string) => html`<div class="prose" part="text">${unsafeHTML(safe)}</div>`;
    const made = renderHtml(text);
    return typeof made === 'string' ? show(made) : made.then(show);
  }

  protected override renderControl(): unknown {
    return this.isLive ? html`<div class="live" part="text"></div>` : this.renderText(false);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-html': RivHTML;
  }
  interface RivuletShortcuts {
    html: RivHTML;
  }
}
