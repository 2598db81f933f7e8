/** @file The editor in a Code: CodeMirror with our keys, names and look. */

import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import {
  Annotation,
  Compartment,
  EditorState,
  type Extension,
  Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { editorTheme, highlightStyle } from './editor-theme.ts';

/** What of the editor can change while it is there. */
export interface EditorOptions {
  language: Extension;
  completion: Extension;
  editable: boolean;
  numbers: boolean;
  wraps: boolean;
  /** Attributes of the element that is written in. */
  attributes: Record<string, string>;
}

/** A change of the text that is not the user's. */
const given = Annotation.define<boolean>();

/** The editor of one Code. What was written, undone and selected survives its leaving the page. */
export class Editor {
  readonly #compartments = {
    language: new Compartment(),
    completion: new Compartment(),
    editable: new Compartment(),
    numbers: new Compartment(),
    wraps: new Compartment(),
    attributes: new Compartment(),
  };
  #options: EditorOptions;
  #state: EditorState;
  #view: EditorView | null = null;

  /**
   * @param edited - Called with each edit of the user.
   * @param further - What this editor has beyond that of a Code; its keys come before ours.
   */
  constructor(text: string, options: EditorOptions, edited: (text: string) => void, further: Extension = []) {
    this.#options = options;
    this.#state = EditorState.create({
      doc: text,
      extensions: [
        history(),
        drawSelection(),
        highlightSpecialChars(),
        indentOnInput(),
        indentUnit.of('  '),
        bracketMatching(),
        syntaxHighlighting(highlightStyle),
        editorTheme,
        further,
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        ...this.#parts(options),
        EditorView.updateListener.of((update) => {
          this.#state = update.state;
          const own = update.transactions.every((step) => !step.docChanged || step.annotation(given));
          if (update.docChanged && !own) edited(update.state.doc.toString());
        }),
      ],
    });
  }

  get text(): string {
    return this.#state.doc.toString();
  }

  /** Puts the editor where it is seen. */
  attach(parent: Element, root: ShadowRoot): void {
    if (this.#view?.dom.parentElement === parent) return;
    this.detach();
    this.#view = new EditorView({ state: this.#state, parent, root });
  }

  /** Ends all that the editor watches. It can be put into the page again. */
  detach(): void {
    this.#view?.destroy();
    this.#view = null;
  }

  /** Sets the text, which no undo takes back: what both texts begin and end with stays, and with it the caret and what is seen. */
  write(text: string): void {
    const before = this.text;
    if (before === text) return;
    const most = Math.min(before.length, text.length);
    let from = 0;
    while (from < most && before[from] === text[from]) from++;
    let end = 0;
    while (end < most - from && before.at(-1 - end) === text.at(-1 - end)) end++;
    const changes = { from, to: before.length - end, insert: text.slice(from, text.length - end) };
    this.change({ changes, annotations: [given.of(true), Transaction.addToHistory.of(false)] });
  }

  /** Sets the text as an edit that can be undone. The caller knows of it. */
  replace(text: string): void {
    this.change({
      changes: { from: 0, to: this.#state.doc.length, insert: text },
      annotations: [given.of(true), isolateHistory.of('full')],
    });
  }

  /** Puts the caret at the beginning of a line, from 1, and brings it into view. */
  goTo(line: number): void {
    const { doc } = this.#state;
    const anchor = doc.line(Math.min(Math.max(line, 1), doc.lines)).from;
    this.change({ selection: { anchor }, scrollIntoView: true });
    this.#view?.focus();
  }

  configure(options: EditorOptions): void {
    const before = this.#options;
    this.#options = options;
    const keys = Object.keys(options) as (keyof EditorOptions)[];
    const changed = keys.filter((key) =>
      key === 'attributes'
        ? JSON.stringify(options.attributes) !== JSON.stringify(before.attributes)
        : options[key] !== before[key],
    );
    if (changed.length === 0) return;
    const effects = changed.map((key) => this.#compartments[key].reconfigure(part[key](options)));
    this.change({ effects });
  }

  /** Changes the editor as CodeMirror knows it. */
  change(spec: TransactionSpec): void {
    if (this.#view) this.#view.dispatch(spec);
    else this.#state = this.#state.update(spec).state;
  }

  #parts(options: EditorOptions): Extension[] {
    const keys = Object.keys(this.#compartments) as (keyof EditorOptions)[];
    return keys.map((key) => this.#compartments[key].of(part[key](options)));
  }
}

/** What each option is to CodeMirror. */
const part: { [Key in keyof EditorOptions]: (options: EditorOptions) => Extension } = {
  language: ({ language }) => language,
  completion: ({ completion }) => completion,
  // What is only read can have the focus all the same: to scroll by keys, and to select.
  editable: ({ editable }) =>
    editable
      ? [highlightActiveLine(), highlightActiveLineGutter()]
      : [EditorState.readOnly.of(true), EditorView.editable.of(false)],
  numbers: ({ numbers }) => (numbers ? lineNumbers() : []),
  wraps: ({ wraps }) => (wraps ? EditorView.lineWrapping : []),
  attributes: ({ attributes }) => EditorView.contentAttributes.of(attributes),
};
