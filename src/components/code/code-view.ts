/** @file The view of a Code: a bar with its language and buttons, and the editor. */

import type { Extension } from '@codemirror/state';
import { type ReactiveController, type TemplateResult, adoptStyles, html, nothing } from 'lit';
import { lazy } from '../../page/lazy.ts';
import type { FieldHands, FieldView } from '../field/lazy-field.ts';
import { save } from '../media-frame/export.ts';
import { CopyButton } from '../parts/copy.ts';
import { downloadIcon } from '../parts/media-icons.ts';
import type { CodeHost } from './code-host.ts';
import { codeStyles } from './code.styles.ts';
import { Editor, type EditorOptions } from './editor.ts';
import { endingOf, loadLanguage, unknownLanguage } from './languages.ts';
import { say } from '../../words/text.ts';

/** What keeps Tab from being a trap. */
const KEYS = 'Tab indents. To go on, press Escape, then Tab.';

const none: Extension = [];

/** What is seen and pressed of a Code. */
export class CodeView implements FieldView, ReactiveController {
  readonly #host: CodeHost;
  readonly #root: ShadowRoot;
  readonly #hands: FieldHands<string>;
  readonly #copy: CopyButton;
  readonly #editor: Editor;
  #language: Extension = none;
  #completion: Extension = none;
  /** The language and the completion that were asked for last. */
  #asked = { language: '', completion: false };
  #failed = false;
  #complaint = '';

  constructor(host: CodeHost, root: ShadowRoot, hands: FieldHands<string>) {
    adoptStyles(root, [...root.adoptedStyleSheets, codeStyles]);
    this.#host = host;
    this.#root = root;
    this.#hands = hands;
    this.#copy = new CopyButton(host, () => host.value);
    this.#editor = new Editor(host.value, this.#options(), (text) => hands.commit(text));
    host.addController(this);
  }

  /** What could not be loaded is tried again. */
  hostConnected(): void {
    if (this.#failed) this.#asked = { language: '', completion: false };
    this.#failed = false;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#editor.detach();
  }

  render(): TemplateResult {
    const { message, editable, language, buttons, lines, maxLines } = this.#host;
    const sizes = `--_lines: ${lines}${maxLines === null ? '' : `; --_most: ${Math.max(lines, maxLines) * 1.6 + 1.25}em`}`;
    return html`<div class="frame ${editable ? '' : 'still'} ${message ? 'wrong' : ''}" part="control">
      <div class="bar" part="bar">
        <span class="language">${language ?? 'text'}</span>
        ${editable ? html`<span class="keys" id="keys">${KEYS}</span>` : nothing}
        <span class="tools">
          ${buttons.includes('copy') ? this.#copy.render() : nothing}
          ${
            buttons.includes('download')
              ? html`<button
                  class="icon-button"
                  part="download"
                  type="button"
                  aria-label=${say('download')}
                  title=${say('download')}
                  @click=${this.#download}
                >
                  ${downloadIcon}
                </button>`
              : nothing
          }
        </span>
      </div>
      <div class="editor" part="editor" .style=${sizes}></div>
    </div>`;
  }

  updated(): void {
    const parent = this.#root.querySelector('.editor');
    if (!parent || !this.#host.isConnected) return this.#editor.detach();
    this.#editor.write(this.#host.value ?? '');
    this.#load();
    this.#editor.configure(this.#options());
    this.#editor.attach(parent, this.#root);
  }

  #options(): EditorOptions {
    const { editable, interactive, showLineNumbers, wrapLines, message, label, container } = this.#host;
    const { spokenName, describedBy } = this.#hands;
    const described = [typeof describedBy === 'string' ? describedBy : '', editable ? 'keys' : ''];
    return {
      language: this.#language,
      completion: this.#completion,
      editable,
      numbers: showLineNumbers,
      wraps: wrapLines,
      attributes: {
        id: 'control',
        ...(label && container ? { 'aria-labelledby': 'label' } : { 'aria-label': String(spokenName) }),
        ...(described.some(Boolean) && { 'aria-describedby': described.filter(Boolean).join(' ') }),
        ...(message && { 'aria-invalid': 'true' }),
        ...(!editable && { 'aria-readonly': 'true', tabindex: '0' }),
        ...(interactive === false && { 'aria-disabled': 'true' }),
      },
    };
  }

  /** Loads what the options ask for and is not there yet; meanwhile the code is plain, and can be edited. */
  #load(): void {
    const { autocomplete } = this.#host;
    const language = this.#host.language ?? '';
    if (language !== this.#asked.language) {
      this.#asked.language = language;
      void this.#take(language);
    }
    if (autocomplete === this.#asked.completion) return;
    this.#asked.completion = autocomplete;
    void this.#complete(autocomplete);
  }

  async #take(name: string): Promise<void> {
    this.#language = none;
    const problem = name && unknownLanguage(name);
    this.#complain(problem);
    if (!name || problem) return this.#host.requestUpdate();
    try {
      const language = await loadLanguage(name);
      if (name === this.#asked.language) this.#language = language;
    } catch (error) {
      if (name !== this.#asked.language) return;
      this.#failed = true;
      this.#complain((error as Error).message);
    }
    this.#host.requestUpdate();
  }

  async #complete(wished: boolean): Promise<void> {
    try {
      const found = wished ? (await lazy(() => import('./completion.ts'))).completion : none;
      if (wished === this.#asked.completion) this.#completion = found;
    } catch (error) {
      this.#failed = true;
      this.#complain((error as Error).message);
    }
    this.#host.requestUpdate();
  }

  /** Says what is wrong with the language; it does not take back what somebody else has said. */
  #complain(words: string): void {
    if (words || this.#host.message === this.#complaint) this.#host.message = words;
    this.#complaint = words;
  }

  #download = (): void => {
    const { value, language } = this.#host;
    save(new Blob([value], { type: 'text/plain' }), `code.${endingOf(language)}`);
  };
}
