/** @file Downloads what engines need, with progress, and with failures in words, which are not remembered. */

import { AssetError, isAbort } from '../../../src/shared/errors.ts';
import type { EngineHost } from '../../../src/shared/engines.ts';
import { keep, kept, openStore } from './asset-cache.ts';

/** What is to be downloaded. */
export interface Asset {
  /** At the head of messages: "The model face.onnx". */
  what: string;
  /** Bytes, where they are known before: a compressed answer does not say. */
  size?: number;
}

/** How a download ends early, and who hears how far it is. */
export interface Watch {
  signal: AbortSignal;
  /** `total` is `null` while nobody knows it. Bytes. Not called for what was kept. */
  onProgress(url: string, loaded: number, total: number | null): void;
}

/**
 * Downloads a file, or takes it from the browser's cache storage when its server still has the same one or cannot be
 * reached. Two that want the same file at once, in any tab of the page's site, download it once.
 *
 * @param url - absolute.
 * @returns bytes that are the caller's.
 * @throws {AssetError} with the HTTP status, or the signal's reason.
 */
export async function asset(url: string, given: Asset, watch: Watch): Promise<Uint8Array> {
  const store = /^https?:/.test(url) ? await openStore() : null;
  watch.signal.throwIfAborted();
  if (!store) return (await download(url, given, watch)).bytes;
  return new Promise((resolve, reject) => {
    const work = async () => {
      const bytes = await kept(store, url, watch.signal);
      if (bytes) return resolve(bytes);
      const fresh = await download(url, given, watch, 'no-cache'); // no older one that the browser kept itself
      const copy = new Blob([fresh.bytes as BlobPart]); // the caller may give its bytes away meanwhile
      resolve(fresh.bytes);
      await keep(store, url, copy, fresh.headers);
    };
    navigator.locks.request(`rivulet ${url}`, { signal: watch.signal }, work).catch(reject);
  });
}

/** Forgets a file that turned out to be of no use, also one that is being kept just now. */
export async function dropAsset(url: string): Promise<void> {
  const store = await openStore();
  if (store) await navigator.locks.request(`rivulet ${url}`, () => store.delete(url));
}

/**
 * Downloads a file from the first of several folders that has it; a folder that was good before is asked first.
 *
 * @param folders - absolute URLs that end with a slash.
 * @throws {AssetError} that lists the places and what was wrong with each.
 */
export async function assetFrom(
  folders: readonly string[],
  file: string,
  given: Asset,
  watch: Watch,
): Promise<{ folder: string; bytes: Uint8Array }> {
  const store = await openStore();
  const known = await Promise.all(folders.map((folder) => store?.match(folder + file)));
  const order = [...folders].sort(
    (a, b) => Number(!!known[folders.indexOf(b)]) - Number(!!known[folders.indexOf(a)]),
  );
  const failures: AssetError[] = [];
  for (const folder of order) {
    try {
      return { folder, bytes: await asset(folder + file, given, watch) };
    } catch (error) {
      if (isAbort(error) || !(error instanceof AssetError)) throw error;
      failures.push(error);
    }
  }
  const [first] = failures;
  throw new AssetError(
    `${given.what} was found in none of its places. ${failures.map(({ message }) => message).join('. ')}`,
    { url: first?.url ?? file, status: first?.status, cause: first },
  );
}

/** Shows all downloads of a run as one. */
export function watchFor({ signal, progress }: Pick<EngineHost, 'signal' | 'progress'>): Watch {
  const files = new Map<string, { loaded: number; total: number | null }>();
  const onProgress = (url: string, loaded: number, total: number | null) => {
    files.set(url, { loaded, total });
    const all = [...files.values()];
    const sum = all.reduce((bytes, each) => bytes + each.loaded, 0);
    const whole = all.reduce<number | null>(
      (bytes, each) => (bytes === null || each.total === null ? null : bytes + each.total),
      0,
    );
    const names = [...files.keys()].map(fileName).join(' and ');
    const amount = whole === null ? `${megabytes(sum)} MB` : `${megabytes(sum)} of ${megabytes(whole)} MB`;
    progress(whole ? sum / whole : null, `Downloading ${names}, ${amount}`);
  };
  return { signal, onProgress };
}

/** Returns the last part of a URL's path, for messages. */
export function fileName(url: string): string {
  if (/^(data|blob):/.test(url)) return 'file';
  const { pathname, host } = new URL(url);
  const last = pathname.split('/').pop()!;
  try {
    return decodeURIComponent(last) || host;
  } catch {
    return last; // a percent sign that is one
  }
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

async function download(
  url: string,
  { what, size }: Asset,
  { signal, onProgress }: Watch,
  cache: RequestCache = 'default',
): Promise<{ bytes: Uint8Array; headers: Headers }> {
  const failed = (reason: string, details: { status?: number; cause?: unknown } = {}) =>
    new AssetError(`${what} could not be loaded: ${reason}`, { url, ...details });
  let response: Response;
  try {
    response = await fetch(url, { signal, cache });
  } catch (cause) {
    signal.throwIfAborted();
    throw failed(unanswered(url), { cause });
  }
  const { status, headers } = response;
  const page = () => failed(`the server sent an HTML page for ${url}`, { status });
  if (!response.ok || headers.get('content-type')?.startsWith('text/html')) {
    void response.body?.cancel();
    throw response.ok ? page() : failed(`the server answered ${status} for ${url}`, { status });
  }
  const length = size ?? (Number(headers.get('content-length')) || null);
  let loaded = 0;
  const hear = (bytes: number) => {
    loaded = bytes;
    onProgress(url, bytes, length !== null && bytes <= length ? length : null);
  };
  let bytes: Uint8Array;
  try {
    bytes = await collect(response.body!, length ?? 0, hear);
  } catch (cause) {
    signal.throwIfAborted();
    throw failed(`the connection broke off after ${megabytes(loaded)} MB of ${url}`, { status, cause });
  }
  const start = new TextDecoder().decode(bytes.subarray(0, 100)).trimStart().toLowerCase();
  if (/^<(!doctype|html)/.test(start)) throw page();
  if (start.startsWith('version https://git-lfs'))
    throw failed(`${url} holds a pointer of Git LFS in place of the file`, { status });
  return { bytes, headers };
}

async function collect(
  body: ReadableStream<Uint8Array>,
  expected: number,
  hear: (loaded: number) => void,
): Promise<Uint8Array> {
  let bytes = new Uint8Array(expected);
  let loaded = 0;
  hear(0);
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return loaded === bytes.length ? bytes : bytes.slice(0, loaded);
    if (loaded + value.length > bytes.length) {
      const larger = new Uint8Array(Math.max(loaded + value.length, bytes.length * 2));
      larger.set(bytes.subarray(0, loaded));
      bytes = larger;
    }
    bytes.set(value, loaded);
    hear((loaded += value.length));
  }
}

/** Browsers tell neither a missing connection from a server that forbids, nor either from a policy. */
function unanswered(url: string): string {
  if (url.startsWith('file:')) return `a page that was opened as a file cannot read ${url}; use a web server`;
  return (
    `no answer for ${url}: there is no connection, or its server allows no other sites (CORS), ` +
    'or the page’s Content-Security-Policy does not name it in connect-src'
  );
}
