/** @file The interface by which the view of an HTML knows its element, and what its behaviour is given. */

import type { LitElement } from 'lit';
import type { Any } from '../../page/element-types.ts';

/** The values of a template by their names; `value` is that of the element. */
export type Props = Record<string, Any>;

/** What the behaviour of an HTML is given. */
export interface HTMLTools {
  /** The values of now. Setting one draws anew; setting `value` is an edit: it fires `input`, then `change`. */
  props: Props;
  /** Fires an event, which `rv.on` can name. */
  trigger(event: string, detail?: unknown): void;
  /** Calls a function with a prop's value whenever that changes. Returns what ends it. */
  watch(name: string, call: (value: Any) => void): () => void;
}

/** HTML with `${value}` and `${prop}`, or a function that makes HTML or a node of the props. */
export type Template = string | ((props: Props) => string | Node);

/** Makes what a template made act. */
export type SetUp = (element: HTMLElement, tools: HTMLTools) => void;

/** What the view needs of its element. */
export interface HTMLHost extends LitElement {
  readonly value: unknown;
  readonly template: Template | null;
  readonly styles: string;
  readonly setUp: SetUp | null;
  readonly props: Props;
  readonly label: string;
  readonly editable: boolean;
  message: string;
  setProp(name: string, value: unknown): void;
  edit(value: unknown): void;
  trigger(name: string, detail?: unknown): void;
}
