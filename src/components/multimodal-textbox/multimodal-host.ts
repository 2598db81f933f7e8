/** @file The interface through which the view knows its MultimodalTextbox. */

import type { FieldHost } from '../field/lazy-field.ts';

/** A text, and files with it. */
export interface MultimodalValue {
  text: string;
  /** Files; a text is the address of one. */
  files: (Blob | string)[];
}

/** What the view needs of its MultimodalTextbox. */
export interface MultimodalHost extends FieldHost<MultimodalValue> {
  readonly sources: readonly string[];
  readonly fileTypes: readonly string[] | null;
  readonly fileCount: 'single' | 'multiple' | 'directory';
  readonly maxPlainTextLength: number;
  readonly lines: number;
  readonly maxLines: number;
  readonly placeholder: string;
  readonly submitBtn: boolean | string;
  readonly stopBtn: boolean | string;
  readonly autofocus: boolean;
  readonly rtl: boolean;
}
