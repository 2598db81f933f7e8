/** @file Gives files of the page URLs, and takes them back. */

import { REMOVED } from '../../shared/port.ts';

/** The URLs of files that a component shows. They are taken back when it shows others, or has left the page. */
export class BlobURLs {
  readonly #urls = new Map<Blob, string>();

  constructor(host: EventTarget) {
    host.addEventListener(REMOVED, () => this.keep([]));
  }

  /** The URL of a file; what is one stays as it is. */
  of(file: Blob | string): string {
    if (typeof file === 'string') return file;
    let url = this.#urls.get(file);
    if (!url) this.#urls.set(file, (url = URL.createObjectURL(file)));
    return url;
  }

  /** Takes back the URLs of all others. */
  keep(files: readonly unknown[]): void {
    const kept = new Set(files);
    for (const [file, url] of this.#urls) {
      if (kept.has(file)) continue;
      URL.revokeObjectURL(url);
      this.#urls.delete(file);
    }
  }
}
