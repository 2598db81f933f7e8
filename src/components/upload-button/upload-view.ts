/** @file What is behind an UploadButton: the native control that picks files. */

import { type TemplateResult, html } from 'lit';
import type { FileGiver } from '../file/file-host.ts';
import type { Files } from '../file/file-value.ts';
import { FilesIntake } from '../file/intake.ts';
import { type TakingFiles, acceptOf } from '../file/rules.ts';
import { report } from '../parts/report.ts';

export { toInput } from '../file/to-input.ts';

/** What picks files asks of its button, and tells it. */
export interface UploadHost extends TakingFiles, FileGiver {
  /** A sentence about what is wrong. */
  message: string;
  readonly editable: boolean;
  /** The user has picked files. */
  take(value: Files): void;
}

/** The native control that picks files; it is not seen. */
export class UploadView {
  readonly #host: UploadHost;
  readonly #intake: FilesIntake;

  constructor(host: UploadHost) {
    this.#host = host;
    this.#intake = new FilesIntake({
      element: host,
      take: (files) => host.take(host.fileCount === 'single' ? files[0]! : files),
      complain: (error) => {
        host.message = error.message;
        report(host, 'File', error);
      },
      dragged: () => undefined,
      wanted: () => host.editable,
    });
  }

  /** Resolves when no file is being looked at. */
  get reading(): Promise<void> {
    return this.#intake.reading;
  }

  /** Opens the browser's dialog. */
  open(): void {
    this.#host.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]')?.click();
  }

  render(): TemplateResult {
    const { fileCount, name } = this.#host;
    return html`<input
      type="file"
      hidden
      aria-label=${name}
      accept=${acceptOf(this.#host)}
      ?multiple=${fileCount !== 'single'}
      ?webkitdirectory=${fileCount === 'directory'}
      @click=${(event: Event) => event.stopPropagation()}
      @change=${this.#intake.onPick}
    />`;
  }
}
