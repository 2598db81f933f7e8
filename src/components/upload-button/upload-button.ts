/** @file `<riv-upload-button>`: a button that lets the user pick files. */

import type { TemplateResult } from 'lit';
import { html } from 'lit';
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
import { listConverter, oneOf } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { LazyView } from '../base/lazy-view.ts';
import { ButtonElement } from '../button/button-element.ts';
import {
  FILES,
  type FileCount,
  type FileInput,
  type FileItem,
  type FileType,
  type Files,
  fileConverter,
  readFiles,
} from '../file/file-value.ts';
import type { UploadHost, UploadView } from './upload-view.ts';
import { sayUsual } from '../../words/core.ts';

interface UploadEvents extends EditEvents<Files> {
  click: MouseEvent;
  upload: ValueEvent<Files>;
  error: FailureEvent;
}

interface UploadTypes<Count, Type> extends ElementTypes {
  input: FileInput<Count, Type>;
  output: FileItem | readonly FileItem[];
  events: UploadEvents;
}

/**
 * A button that lets the user pick files. It keeps what was picked last, and does not show it.
 *
 * @input As File: a `File`; with `fileCount` of `multiple` or `directory` a list; with `type` of `binary` bytes.
 * @output As File.
 * @event click - The user pressed the button; the browser's dialog opens.
 * @event upload - The user picked files.
 * @event input - The same.
 * @event change - The files changed, by the user or by a handler.
 * @event error - A file was refused: `error` of the detail says why. Does not bubble.
 * @csspart button - The native button.
 * @csspart icon - The picture before the text.
 */
@element('riv-upload-button', { besideCells: true, unlabelled: true })
export class RivUploadButton<Count extends FileCount = Any, Type extends FileType = Any>
  extends ButtonElement<Files>
  implements UploadHost
{
  declare readonly [TYPES]: UploadTypes<Or<Count, 'single'>, Or<Type, 'file'>>;
  static override events = ['click', 'upload', 'input', 'change', 'error'];
  static override kind = 'Upload button';

  /** The text on the button. */
  @property() override label = 'Upload a File';
  /** How many files the user may pick: one, several, or all those in a folder. */
  @property({ converter: oneOf('single', 'multiple', 'directory') }) fileCount: FileCount = 'single';
  /** What the user may pick: `image`, `audio`, `video`, `text`, endings such as `.pdf`, MIME types. Default: any file. */
  @property({ converter: listConverter }) fileTypes: string[] | null = null;
  /** What a handler is given of each file: the `File` (`blob` means the same), or its bytes. */
  @property({ converter: oneOf('file', 'blob', 'binary') }) type: FileType = 'file';
  /** The files that were picked last. */
  @property({ converter: fileConverter }) value: Files = null;

  readonly #lazyView = new LazyView<UploadView>(this, async () => {
    const { UploadView } = await lazy(() => import('./upload-view.ts'));
    return new UploadView(this);
  });

  constructor(options?: Options<RivUploadButton, { fileCount?: Count; type?: Type }>) {
    super(options);
    this.addEventListener(
      'click',
      () => void this.#lazyView.settled().then(() => this.#lazyView.view?.open()),
    );
  }

  /** @internal */
  get name(): string {
    return this.accessibleName;
  }

  protected override get words(): string {
    return sayUsual('uploadFile', this.label);
  }

  protected override accept(given: unknown): Files {
    const value = readFiles(given);
    if (value === undefined) throw this.refuse(given, FILES);
    return value;
  }

  protected override differs(a: Files, b: Files): boolean {
    return a !== b;
  }

  override async toHandler(): Promise<Input> {
    await this.#lazyView.view?.reading;
    return this.asInput(this.value);
  }

  protected override async asInput(value: Files): Promise<Input> {
    const { toInput } = await lazy(() => import('./upload-view.ts'));
    return toInput(value, this);
  }

  /** @internal */
  take(value: Files): void {
    this.put(value);
    for (const name of ['upload', 'input', 'change']) this.emit(name, { value });
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#lazyView.settled();
    return super.getUpdateComplete();
  }

  protected override renderButton(content: unknown, look: string, name: unknown): TemplateResult {
    return html`${super.renderButton(content, look, name)}${this.#lazyView.view?.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-upload-button': RivUploadButton<FileCount, FileType>;
  }
  interface RivuletShortcuts {
    'upload-button': RivUploadButton;
  }
}
