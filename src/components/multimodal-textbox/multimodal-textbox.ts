/** @file `<riv-multimodal-textbox>`: a box for text, with files. */

import { property } from 'lit/decorators.js';
import type { EditEvents, ElementTypes, TYPES, ValueEvent } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import { isText } from '../../shared/errors.ts';
import type { Input } from '../../shared/protocol.ts';
import { type Converter, listConverter, oneOf } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import type { FocusEvents } from '../field/field.ts';
import { type FieldHands, LazyField } from '../field/lazy-field.ts';
import { buttonConverter } from '../textbox/button-converter.ts';
import type { MultimodalValue } from './multimodal-host.ts';

/** A list of kinds of files, or nothing. */
const kindsConverter: Converter<unknown[]> = { ...listConverter, nullable: true };

interface MultimodalTypes extends ElementTypes {
  input: { text: string; files: File[] };
  output: string | { text?: string; files?: readonly (Blob | string)[] };
  events: EditEvents<MultimodalValue> &
    FocusEvents & {
      submit: ValueEvent<MultimodalValue>;
      stop: ValueEvent<MultimodalValue>;
      select: CustomEvent<{ value: string; index: [start: number, end: number]; selected: true }>;
    };
}

const isMultimodal = (given: unknown): given is Partial<MultimodalValue> => {
  if (typeof given !== 'object' || given === null) return false;
  const { text, files } = given as Partial<MultimodalValue>;
  return (
    (text != null || files != null) &&
    (text == null || (typeof text !== 'object' && isText(text))) &&
    (files == null ||
      (Array.isArray(files) &&
        [...files].every((each) => each instanceof Blob || (each && typeof each === 'string'))))
  );
};

/**
 * A box for text, with files: picked, dropped, pasted, or spoken into the microphone.
 *
 * @input `{ text, files }`, a list of files.
 * @output The same, or a string.
 * @event input - The user edited the text, or gave or took away a file.
 * @event change - The value changed, by the user or by a handler.
 * @event submit - Enter (with several lines Shift+Enter), or the submit button.
 * @event stop - The stop button was pressed.
 * @event select - The user selected text; the detail is `{ value, index: [start, end] }`.
 * @event focus - The box got the focus.
 * @event blur - The box lost the focus.
 * @csspart control - The box.
 * @csspart entry - The native text control in it.
 * @csspart button - Its buttons.
 * @csspart file - One of the files.
 */
@element('riv-multimodal-textbox', { cell: true })
export class RivMultimodalTextbox extends LazyField<MultimodalValue> {
  declare readonly [TYPES]: MultimodalTypes;
  static override events = ['change', 'input', 'submit', 'stop', 'select', 'focus', 'blur'];
  static override kind = 'Multimodal Textbox';

  /** The text and the files; a string is a text without files. */
  @property({ converter: { fromAttribute: valueFrom } })
  get value(): MultimodalValue {
    return this.#value;
  }
  set value(value: MultimodalValue) {
    this.#value = this.accept(value);
  }
  /** Where files come from: `upload`, `microphone`, or both. */
  @property({ converter: listConverter }) sources: string[] = ['upload'];
  /** Kinds of files that may be given: `image`, `audio`, `video`, `text`, `.pdf`; any when `null`. */
  @property({ converter: kindsConverter }) fileTypes: string[] | null = null;
  /** How many files there may be. */
  @property({ converter: oneOf('single', 'multiple', 'directory') }) fileCount:
    | 'single'
    | 'multiple'
    | 'directory' = 'multiple';
  /** Characters of a pasted text; of a longer one a file is made. */
  @property({ type: Number }) maxPlainTextLength = 1000;
  /** Lines that are shown at least. With more than one, Enter makes a new line and Shift+Enter submits. */
  @property({ type: Number }) lines = 1;
  /** Lines after which the box scrolls. */
  @property({ type: Number }) maxLines = 20;
  /** Shown in the empty box. */
  @property() placeholder = '';
  /** The button that fires `submit`: `true` for an icon, or its text; `false` for none. */
  @property({ converter: buttonConverter }) submitBtn: boolean | string = true;
  /** A button that fires `stop`: `true` for an icon, or its text. */
  @property({ converter: buttonConverter }) stopBtn: boolean | string = false;
  /** Takes the focus when it comes into the page. */
  @property({ type: Boolean }) override autofocus = false;
  /** Writes from right to left. */
  @property({ type: Boolean }) rtl = false;

  #value: MultimodalValue = { text: '', files: [] };

  constructor(options?: Options<RivMultimodalTextbox, { value?: MultimodalTypes['output'] }>) {
    super(options);
  }

  override get emptyValue(): MultimodalValue {
    return { text: '', files: [] };
  }

  protected override get filled(): boolean {
    return this.value.text !== '' || this.value.files.length > 0;
  }

  protected override accept(given: unknown): MultimodalValue {
    if (given === null || given === undefined) return this.emptyValue;
    if (typeof given !== 'object' && isText(given)) return { text: String(given), files: [] };
    if (!isMultimodal(given)) throw this.refuse(given, '{ text, files }, or a text');
    return { text: String(given.text ?? ''), files: [...(given.files ?? [])] };
  }

  protected override asInput({ text, files }: MultimodalValue): Input | Promise<Input> {
    if (files.every((each) => each instanceof File)) return { kind: 'value', value: { text, files } };
    return lazy(() => import('./files.ts')).then(async ({ fileOf }) => ({
      kind: 'value',
      value: { text, files: await Promise.all(files.map(fileOf)) },
    }));
  }

  protected override async loadView(root: ShadowRoot, hands: FieldHands<MultimodalValue>) {
    const { MultimodalView } = await lazy(() => import('./multimodal-view.ts'));
    return new MultimodalView(this, root, hands);
  }
}

/** Reads an attribute: JSON of an object, or else the text. */
function valueFrom(text: string | null): MultimodalValue {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (isMultimodal(value)) return value as MultimodalValue;
  } catch {
    // a text
  }
  return { text: text ?? '', files: [] };
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-multimodal-textbox': RivMultimodalTextbox;
  }
  interface RivuletShortcuts {
    'multimodal-textbox': RivMultimodalTextbox;
  }
}
