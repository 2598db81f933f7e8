/** @file Asks servers how large the files are that a File has the URLs of. */

import type { ReactiveControllerHost } from 'lit';
import type { FileItem } from './file-value.ts';
import { say } from '../../words/files.ts';

/** The bytes of a file; `null` while nobody knows; a text where it cannot be had. */
export type Size = number | string | null;

/** Milliseconds that a server has to say how large a file is. */
const ANSWER_MS = 10_000;

/** How large files are: those of the page say so themselves, servers are asked. */
export class RemoteSizes {
  readonly #host: ReactiveControllerHost;
  readonly #sizes = new Map<string, Size>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  of(item: FileItem): Size {
    if (typeof item !== 'string') return item.size;
    if (!this.#sizes.has(item)) {
      this.#sizes.set(item, null);
      void this.#ask(item);
    }
    return this.#sizes.get(item) ?? null;
  }

  /** Forgets all others. */
  keep(items: readonly FileItem[]): void {
    for (const url of this.#sizes.keys()) if (!items.includes(url)) this.#sizes.delete(url);
  }

  async #ask(url: string): Promise<void> {
    const size = await sizeAt(url);
    if (!this.#sizes.has(url)) return;
    this.#sizes.set(url, size);
    this.#host.requestUpdate();
  }
}

async function sizeAt(url: string): Promise<Size> {
  try {
    // What is in the page needs no question, and a URL of it takes none.
    if (/^(blob|data):/i.test(url)) return (await (await fetch(url)).blob()).size;
    const signal = AbortSignal.timeout(ANSWER_MS);
    const { ok, status, headers } = await fetch(url, { method: 'HEAD', signal });
    if (!ok) return status === 405 || status === 501 ? null : `HTTP status ${status}`;
    const length = headers.get('content-length');
    return length === null || headers.has('content-encoding') ? null : Number(length);
  } catch {
    // A server of another site need not answer; what is in the page was taken back.
    return /^blob:/i.test(url) ? say('gone') : null;
  }
}
