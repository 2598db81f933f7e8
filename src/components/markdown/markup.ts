/** @file The base of Markdown and HTML: text in, safe HTML shown. */

import { type PropertyValues, type TemplateResult, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { CopyButton } from '../parts/copy.ts';
import { DisplayElement } from '../display/display.ts';
import { LONGEST, lengthOf, piecesOf } from './pieces.ts';
import { proseStyles } from './prose.styles.ts';
import { toText } from '../parts/text.ts';
import { isTooDeep, wordsOf } from '../../shared/errors.ts';
import { say } from '../../words/core.ts';

const reasonOf = (error: unknown): string => (isTooDeep(error) ? say('tooDeep') : wordsOf(error));

/** What is shown of a text: an element with the class `prose` and the part `text`. */
export type Made = TemplateResult | HTMLElement;

const EMPTY: Made = html`<div class="prose" part="text"></div>`;

/** What Markdown and HTML share: text in, safe HTML shown, replaced without a blank in between. */
export abstract class MarkupElement extends DisplayElement<string> {
  static override styles = [
    ...DisplayElement.styles,
    proseStyles,
    css`
      .box {
        position: relative;
      }
      .box.padded {
        padding: calc(var(--_space) * 4);
      }
      .framed {
        border: 1px solid var(--_border);
        border-radius: var(--_radius);
        padding: calc(var(--_space) * 4);
        background: var(--_surface);
        color: var(--_text);
      }
      .raw {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .piece {
        content-visibility: auto;
        contain-intrinsic-size: auto 4000px;
      }
      .piece:only-child {
        content-visibility: visible;
      }
      .copy {
        position: absolute;
        inset: calc(var(--_space) * 1) calc(var(--_space) * 1) auto auto;
        opacity: 0;
      }
      .box:is(:hover, :focus-within) .copy {
        opacity: 1;
      }
    `,
  ];

  /** The text. */
  @property()
  get value(): string {
    return this.#value;
  }
  set value(value: string) {
    this.#value = toText(value);
  }
  /** True draws a frame and shows the label. */
  override container = false;
  /** True leaves room around the text. */
  @property({ type: Boolean }) padding = false;
  /** Pixels; what is higher scrolls. */
  @property({ type: Number }) height: number | null = null;
  /** Pixels; what is higher scrolls. */
  @property({ type: Number }) maxHeight: number | null = null;
  /** Pixels. */
  @property({ type: Number }) minHeight: number | null = null;

  protected copyButton = new CopyButton(
    this,
    () => this.value,
    () => this.emit('copy', { value: this.value }),
  );
  #value = '';
  #made: Made | null = null;
  #asked = 0;
  #complaint = '';

  /** Makes what is shown of a text, at once where it can. */
  protected abstract make(text: string): Made | Promise<Made>;

  /** Names of the properties that change what is shown. */
  protected get sources(): readonly string[] {
    return ['value'];
  }

  override get emptyValue(): string {
    return '';
  }

  protected override accept(given: unknown): string {
    return this.textOf(given);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.sources.some((name) => changed.has(name))) return;
    this.#asked += 1;
    const asked = this.#asked;
    if (this.value === '') return this.#show(EMPTY);
    const long = lengthOf(this.value);
    if (long > LONGEST) return this.#show(null, say('tooLong', { count: long, most: LONGEST }));
    try {
      this.#take(this.make(this.value), asked);
    } catch (error) {
      this.#show(null, reasonOf(error));
    }
  }

  #take(given: Made | Promise<Made>, asked: number): void {
    if (!(given instanceof Promise)) return this.#show(given);
    const take = (made: Made | null, problem?: string) => {
      if (asked !== this.#asked) return;
      this.#show(made, problem);
      this.requestUpdate();
    };
    given.then(take, (error: unknown) => take(null, reasonOf(error)));
  }

  /** Shows the text; what cannot be read as it is, and says so. */
  #show(made: Made | null, problem?: string): void {
    this.#made = made;
    const complaint = problem ? say('shownAsItIs', { why: problem }) : '';
    if (complaint && complaint !== this.#complaint) console.warn(`<${this.localName}>: ${complaint}`, this);
    if (complaint || this.message === this.#complaint) this.message = complaint;
    this.#complaint = complaint;
  }

  protected renderText(copy: boolean): TemplateResult {
    const made = this.#made;
    const { height, maxHeight, minHeight } = this;
    const sizes = Object.entries({ height, 'max-height': maxHeight, 'min-height': minHeight })
      .filter(([, pixels]) => pixels !== null)
      .map(([name, pixels]) => `${name}: ${pixels}px`);
    const scrolls = height !== null || maxHeight !== null;
    return html`<div
      class="box ${this.container ? 'framed' : ''} ${this.padding ? 'padded' : ''} ${scrolls ? 'scroll' : ''}"
      tabindex=${scrolls ? 0 : nothing}
      role=${scrolls ? 'region' : nothing}
      aria-label=${scrolls ? this.accessibleName : nothing}
      .style=${sizes.join(';')}
    >
      ${
        made === null
          ? html`<div class="prose raw">${piecesOf(this.value).map((text) => html`<div class="piece">${text}</div>`)}</div>`
          : made
      }
      ${copy ? this.copyButton.render() : nothing}
    </div>`;
  }
}
