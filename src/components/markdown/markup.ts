import { type PropertyValues, type TemplateResult, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { CopyButton } from '../copy.ts';
import { DisplayElement } from '../display.ts';
import { proseStyles } from './prose.styles.ts';
import { toText } from '../text.ts';

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
  #html: string | null = null;
  #asked = 0;

  /** Makes the HTML, at once where it can. */
  protected abstract toHtml(text: string): string | Promise<string>;

  /** Names of the properties that change the HTML. */
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
    if (this.value === '') this.#html = '';
    else this.#take(this.toHtml(this.value), asked);
  }

  #take(html: string | Promise<string>, asked: number): void {
    if (typeof html === 'string') {
      this.#html = html;
      return;
    }
    void html.then((made) => {
      if (asked !== this.#asked) return;
      this.#html = made;
      this.requestUpdate();
    });
  }

  protected renderText(copy: boolean): TemplateResult {
    const made = this.#html;
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
          ? html`<div class="prose raw">${this.value}</div>`
          : html`<div class="prose" part="text">${unsafeHTML(made)}</div>`
      }
      ${copy ? this.copyButton.render() : nothing}
    </div>`;
  }
}
