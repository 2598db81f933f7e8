/** @file `<riv-file>`: files of the user, or of a handler. */

import { css } from 'lit';
import { property } from 'lit/decorators.js';
import type {
  Any,
  EditEvents,
  ElementTypes,
  FailureEvent,
  Or,
  TYPES,
  ValueEvent,
} from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import type { Input } from '../../shared/protocol.ts';
import { buttonsConverter, listConverter, oneOf } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { SizedElement } from '../media-frame/camera-element.ts';
import type { FileHost } from './file-host.ts';
import type { FileView } from './file-view.ts';
import {
  FILES,
  type FileCount,
  type FileInput,
  type FileItem,
  type FileType,
  type Files,
  fileConverter,
  readFiles,
} from './file-value.ts';

/** What happened to one of the files: its place in the list, its name, its bytes where they are known, and itself. */
export type FileEvent = CustomEvent<{ index: number; name: string; size: number | null; value: FileItem }>;

interface FileEvents extends EditEvents<Files> {
  upload: ValueEvent<Files>;
  delete: FileEvent;
  clear: ValueEvent<null>;
  select: CustomEvent<{ index: number; value: string }>;
  download: FileEvent;
  error: FailureEvent;
}

interface FileTypes<Count, Type> extends ElementTypes {
  input: FileInput<Count, Type>;
  output:
    | FileItem
    | URL
    | ArrayBuffer
    | ArrayBufferView
    | readonly (FileItem | URL | ArrayBuffer | ArrayBufferView)[];
  events: FileEvents;
}

const loadView = () => lazy(() => import('./file-view.ts'));

/**
 * Files: picked, dropped or pasted by the user, to be given to a handler; or those of a handler, to be downloaded. They
 * keep their order, and are passed by reference: a file of a gigabyte costs what a small one costs, until it is read.
 *
 * @input A `File`, or `null`; with `fileCount` of `multiple` or `directory` a list. With `type` of `binary` its bytes, a
 *   `Uint8Array`.
 * @output A `File`, a `Blob`, bytes, a URL, or a list of them.
 * @event change - The files changed, by the user or by a handler.
 * @event input - The user gave, removed or moved a file.
 * @event upload - The user gave files; `value` is what it holds now.
 * @event delete - The user removed one of the files: `{ index, name, size, value }`.
 * @event clear - The user removed all files.
 * @event select - The user pressed on the name of a file: `{ index, value }`, its place and its name.
 * @event download - The user downloads a file: `{ index, name, size, value }`.
 * @event error - A file was refused: `error` of the detail says why. Does not bubble.
 * @csspart surface - The frame around everything.
 * @csspart head - The row of label and small buttons.
 * @csspart stage - The place of the files.
 * @csspart drop - The place for a file.
 * @csspart list - The list of files.
 * @csspart file - One of them.
 * @csspart name - Its name.
 * @csspart download - The link that downloads it.
 * @csspart button - Each small button.
 */
@element('riv-file', { shortcuts: { files: { fileCount: 'multiple' } } })
export class RivFile<Count extends FileCount = Any, Type extends FileType = Any>
  extends SizedElement<Files, FileView>
  implements FileHost
{
  declare readonly [TYPES]: FileTypes<Or<Count, 'single'>, Or<Type, 'file'>>;
  static override styles = [
    ...SizedElement.styles,
    css`
      .stage {
        min-height: 132px;
        aspect-ratio: auto;
      }
    `,
  ];
  static override events = 'change input upload delete clear select download error'.split(' ');
  static override kind = 'File';

  /** How many files the user may give: one, several, or all those in a folder. */
  @property({ converter: oneOf('single', 'multiple', 'directory') }) fileCount: FileCount = 'single';
  /** What the user may give: `image`, `audio`, `video`, `text`, endings such as `.pdf`, MIME types. Default: any file. */
  @property({ converter: listConverter }) fileTypes: string[] | null = null;
  /** What a handler is given of each file: the `File` (`blob` means the same), or its bytes. */
  @property({ converter: oneOf('file', 'blob', 'binary') }) type: FileType = 'file';
  /** The user may move files: with the mouse, or with Alt and the arrow keys on a name. */
  @property({ type: Boolean }) allowReordering = false;
  /** Elements of the page's own among the small buttons. */
  @property({ converter: buttonsConverter }) buttons: (string | Node)[] = [];
  /** The files as they were given: `File`, `Blob`, URL, or a list of them. */
  @property({ converter: fileConverter })
  get value(): Files {
    return this.#value;
  }
  set value(value: Files) {
    this.#value = readFiles(value) ?? null;
  }

  #value: Files = null;
  protected readonly medium = 'File';

  constructor(options?: Options<RivFile, { fileCount?: Count; type?: Type }>) {
    super(options);
  }

  protected override get row(): null {
    return null;
  }

  protected override async loadView(root: ShadowRoot): Promise<FileView> {
    const { FileView } = await loadView();
    return new FileView(this, root);
  }

  override async toHandler(): Promise<Input> {
    await this.settled();
    return this.asInput(this.value);
  }

  protected override async asInput(value: Files): Promise<Input> {
    const { toInput } = await loadView();
    return toInput(value, this);
  }

  protected override accept(given: unknown): Files {
    const value = readFiles(given);
    if (value === undefined) throw this.refuse(given, FILES);
    return value;
  }

  protected override differs(a: Files, b: Files): boolean {
    return a !== b;
  }

  protected override async settled(): Promise<void> {
    await this.view?.reading;
  }

  /**
   * The one file that it holds.
   *
   * @returns `null` when there is none, or more than one.
   * @throws {ValueError} for a URL that cannot be read.
   */
  async toBlob(): Promise<Blob | null> {
    const { oneFile } = await loadView();
    return oneFile(this.value, this);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-file': RivFile<FileCount, FileType>;
  }
  interface RivuletShortcuts {
    file: RivFile;
    files: RivFile<'multiple'>;
  }
}
