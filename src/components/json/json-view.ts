/** @file The view of a JSON: its tree, and the button that copies it. */

import { type LitElement, type TemplateResult, adoptStyles, html, nothing } from 'lit';
import { CopyButton } from '../parts/copy.ts';
import { styles } from './json.styles.ts';
import { levelsOf, renderTree } from './tree.ts';
import { say } from '../../words/text.ts';

/** What the view needs of its element. */
interface JSONHost extends LitElement {
  readonly value: unknown;
  readonly open: boolean;
  readonly showIndices: boolean;
  readonly buttons: readonly unknown[];
}

/** What is seen of a value, and which of its levels are opened. */
export class JSONView {
  readonly #host: JSONHost;
  readonly #copy: CopyButton;
  #opened = new Set<string>();

  constructor(host: JSONHost, root: ShadowRoot) {
    adoptStyles(root, [...root.adoptedStyleSheets, styles]);
    this.#host = host;
    this.#copy = new CopyButton(host, () => JSON.stringify(host.value, null, 2));
    this.reset();
  }

  /** Opens what is open at first. */
  reset(): void {
    this.#opened = new Set(levelsOf(this.#host.value, this.#host.open ? Infinity : 1));
  }

  render(): TemplateResult {
    const { value, showIndices, buttons } = this.#host;
    return html`<div class="tree" part="tree" role="region" aria-label=${say('data')} tabindex="0">
        ${renderTree(value, { opened: this.#opened, indices: showIndices, toggle: this.#toggle })}
      </div>
      ${buttons.includes('copy') ? this.#copy.render() : nothing}`;
  }

  #toggle = (path: string, open: boolean): void => {
    if (this.#opened.has(path) === open) return;
    if (open) this.#opened.add(path);
    else this.#opened.delete(path);
    this.#host.requestUpdate();
  };
}
