/** @file `<riv-download-button>`: a button that downloads a file. */

import { property } from 'lit/decorators.js';
import type { ElementTypes, FailureEvent, TYPES, ValueEvent } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import type { Input } from '../../shared/protocol.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { ButtonElement } from '../button/button-element.ts';
import { FILES, type FileItem, type Files, fileConverter, readFiles } from '../file/file-value.ts';
import { sayUsual } from '../../words/core.ts';

interface DownloadEvents {
  click: MouseEvent;
  change: ValueEvent<Files>;
  error: FailureEvent;
}

interface DownloadTypes extends ElementTypes {
  input: File | null;
  output: FileItem | readonly FileItem[];
  events: DownloadEvents;
}

const loadDownload = () => lazy(() => import('./download.ts'));

/**
 * A button that downloads its file. One that has none waits for it: what a handler of its `click` gives is downloaded as
 * soon as it is there.
 *
 * @input A `File`, or `null`.
 * @output A `File`, a `Blob`, bytes, a URL, or a list of them, which are downloaded one after the other.
 * @event click - The user pressed the button.
 * @event change - A handler gave another file.
 * @event error - The file at a URL cannot be had: `error` of the detail says why. Does not bubble.
 * @csspart button - The native button.
 * @csspart icon - The picture before the text.
 */
@element('riv-download-button', { besideCells: true, unlabelled: true })
export class RivDownloadButton extends ButtonElement<Files> {
  declare readonly [TYPES]: DownloadTypes;
  static override events = ['click', 'change', 'error'];
  static override kind = 'Download button';

  /** The text on the button. */
  @property() override label = 'Download';
  /** The name to save the file under. Default: its own, that in its URL, or one that fits its type. */
  @property() fileName = '';
  /** What is downloaded: `File`, `Blob`, URL, or a list of them. */
  @property({ converter: fileConverter }) value: Files = null;

  /** The user has pressed it, and waits for the file. */
  #awaited = false;

  constructor(options?: Options<RivDownloadButton>) {
    super(options);
    this.addEventListener('click', this.#press);
  }

  /** @internal */
  get name(): string {
    return this.accessibleName;
  }

  protected override get words(): string {
    return sayUsual('download', this.label);
  }

  protected override accept(given: unknown): Files {
    const value = readFiles(given);
    if (value === undefined) throw this.refuse(given, FILES);
    return value;
  }

  protected override differs(a: Files, b: Files): boolean {
    return a !== b;
  }

  override fromHandler(given: unknown): void {
    super.fromHandler(given);
    if (this.#awaited && this.value !== null) this.#press();
  }

  protected override async asInput(value: Files): Promise<Input> {
    const { toInput } = await loadDownload();
    const { name, localName } = this;
    return toInput(value, { name, localName, fileCount: 'single', fileTypes: null, type: 'file' });
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (changed.has('status') && this.status.stage === 'error') this.#awaited = false;
  }

  #press = (): void => {
    this.#awaited = this.value === null;
    loadDownload().then(
      ({ download }) => download(this),
      (error: Error) => (this.message = error.message),
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-download-button': RivDownloadButton;
  }
  interface RivuletShortcuts {
    'download-button': RivDownloadButton;
  }
}
