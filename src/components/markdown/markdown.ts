/** @file `<riv-markdown>`: shows Markdown. */

import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { TYPES, ValueEvent, ValueTypes } from '../../page/element-types.ts';
import { buttonsConverter } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { DOLLARS, type Delimiter, delimitersConverter } from './formulas/delimiters.ts';
import { type Made, MarkupElement } from './markup.ts';
import type { MarkdownBody } from './body.ts';
import { withEngine } from './render.ts';

interface MarkdownEvents {
  change: ValueEvent<string>;
  copy: ValueEvent<string>;
}

/**
 * Shows Markdown. HTML in it is made safe; the indentation that all lines share is removed. The parser is loaded
 * when it is first needed; until then the text is shown as it is. So is what colours blocks of code, and what draws formulas
 * (LaTeX between `$$`, as MathML).
 *
 * @input A string.
 * @output A string.
 * @event change - A handler gave another text.
 * @event copy - The user copied the text.
 * @csspart text - The rendered text.
 */
@element('riv-markdown', { unlabelled: true })
export class RivMarkdown extends MarkupElement {
  declare readonly [TYPES]: ValueTypes<string, MarkdownEvents>;
  static override kind = 'Markdown';
  static override events = ['change', 'copy'];

  /** True: a line's end is a line break. */
  @property({ type: Boolean }) lineBreaks = false;
  /** False: HTML in the text is left as it is. Only for text that you wrote. */
  @property({ type: Boolean }) sanitizeHtml = true;
  /** True gives headings links to themselves. */
  @property({ type: Boolean }) headerLinks = false;
  /** Signs around formulas in LaTeX: `[{ "left": "$", "right": "$" }]`; `display` puts one on a line of its own. */
  @property({ converter: delimitersConverter }) latexDelimiters: readonly Delimiter[] = DOLLARS;
  /** True for a language written from right to left. */
  @property({ type: Boolean }) rtl = false;
  /** `["copy"]` shows a button that copies the text. */
  @property({ converter: buttonsConverter }) override buttons: readonly (string | Node)[] = [];

  #body: MarkdownBody | undefined;

  constructor(options?: Options<RivMarkdown>) {
    super(options);
  }

  protected override get sources(): readonly string[] {
    return ['value', 'lineBreaks', 'sanitizeHtml', 'headerLinks', 'latexDelimiters'];
  }

  protected override make(text: string): Made | Promise<Made> {
    return withEngine(({ MarkdownBody, dedent }) => {
      const { lineBreaks, sanitizeHtml, headerLinks, latexDelimiters } = this;
      this.#body ??= new MarkdownBody();
      this.#body.adopt(this.renderRoot);
      // While the parser is on its way there may come other texts: the newest is shown.
      if (text === this.value)
        this.#body.update(dedent(text), { lineBreaks, sanitizeHtml, headerLinks, latexDelimiters });
      return this.#body.element;
    });
  }

  protected override renderControl(): unknown {
    return html`<div dir=${this.rtl ? 'rtl' : nothing}>${this.renderText(this.buttons.includes('copy'))}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-markdown': RivMarkdown;
  }
  interface RivuletShortcuts {
    markdown: RivMarkdown;
  }
}
