/** @file The interfaces through which what takes and gives files knows its element. */

import type { TakingFiles, Wish } from './rules.ts';
import type { MediaHost } from '../media-frame/media-host.ts';
import type { FileType, Files } from './file-value.ts';

/** What gives files to a handler. */
export interface FileGiver extends Wish {
  /** What it is called. */
  readonly name: string;
  readonly localName: string;
  readonly type: FileType;
}

/** What the view of a File asks of it, and tells it. */
export interface FileHost extends MediaHost, TakingFiles, FileGiver {
  readonly allowReordering: boolean;
  value: Files;
}
