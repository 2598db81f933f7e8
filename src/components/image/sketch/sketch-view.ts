/** @file The view of an Image that is drawn on. */

import { type TemplateResult, adoptStyles, html, nothing } from 'lit';
import { hexOf } from '../../parts/colour.ts';
import { undoIcon } from '../../parts/media-icons.ts';
import type { SketchHost } from './sketch-host.ts';
import { Sketch } from './sketch.ts';
import { sketchStyles } from './sketch.styles.ts';
import { say } from '../../../words/picture.ts';

/** What a reader sees and presses of an Image that is drawn on. */
export class SketchView {
  readonly #host: SketchHost;
  readonly #sketch: Sketch;

  constructor(host: SketchHost, root: ShadowRoot) {
    adoptStyles(root, [...root.adoptedStyleSheets, sketchStyles]);
    this.#host = host;
    this.#sketch = new Sketch(host);
  }

  /** The Image shows something. */
  replaced(): void {
    this.#sketch.replaced();
  }

  /** In the place of the picture. */
  stage(): TemplateResult {
    const { placeholder, background } = this.#host;
    const { element, blank, brush } = this.#sketch;
    return html`${element}${
      blank
        ? html`<span class="invitation" .style=${`color: ${brush.color}; background: ${background}`}>${placeholder || say('drawHere')}</span>`
        : nothing
    }`;
  }

  /** Under it. */
  controls(): TemplateResult {
    const { brush, width, strokes } = this.#sketch;
    const most = Math.round(width / 8);
    return html`<span class="brush" @keydown=${this.#onKey}>
      ${
        brush.fixed
          ? nothing
          : html`<input
                class="thickness"
                id="control"
                type="range"
                aria-label=${say('brushSize')}
                title=${say('brushSize')}
                min="1"
                max=${most}
                .value=${String(Math.round(brush.size))}
                @input=${(event: Event) => this.#sketch.choose({ size: numberOf(event) })}
              />
              <input
                class="colour"
                type="color"
                aria-label=${say('brushColour')}
                title=${say('brushColour')}
                .value=${hexOf(brush.color)}
                @input=${(event: Event) => this.#sketch.choose({ color: (event.target as HTMLInputElement).value })}
              />`
      }
      <button
        class="icon-button"
        id=${brush.fixed ? 'control' : nothing}
        part="button"
        aria-label=${say('undo')}
        title=${say('undo')}
        aria-disabled=${strokes === 0}
        @click=${() => this.#sketch.undo()}
      >
        ${undoIcon}
      </button>
    </span>`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    event.preventDefault();
    this.#sketch.undo();
  };
}

const numberOf = ({ target }: Event): number => (target as HTMLInputElement).valueAsNumber;
