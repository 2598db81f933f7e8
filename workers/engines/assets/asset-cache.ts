/** @file Keeps downloaded files in the browser's cache storage. */

/** Where files that were downloaded are kept, in the browser's own cache storage. */
const STORE = 'rivulet';

/** Returns the store, or `null` where the page may keep nothing: insecure or sandboxed pages, storage switched off. */
export async function openStore(): Promise<Cache | null> {
  try {
    return await caches.open(STORE);
  } catch {
    return null;
  }
}

/** Returns a kept file, unless its server says by now that it has another one. Without a connection it counts. */
export async function kept(store: Cache, url: string, signal: AbortSignal): Promise<Uint8Array | null> {
  const response = await store.match(url);
  if (!response || !(await isCurrent(response, url, signal))) return null;
  return new Uint8Array(await response.arrayBuffer());
}

/** Keeps a file. A full disk is no failure: it is downloaded again next time. */
export async function keep(store: Cache, url: string, bytes: BlobPart, headers: Headers): Promise<void> {
  try {
    await store.put(url, new Response(bytes, { headers: markers(headers) }));
    // What a build of the library got for itself has the version in its URL: older ones are never asked for again.
    const versioned = /@\d[^/]*\//;
    if (!versioned.test(url)) return;
    for (const { url: other } of await store.keys())
      if (other !== url && other.replace(versioned, '') === url.replace(versioned, ''))
        await store.delete(other);
  } catch {
    // Not kept.
  }
}

/** Headers by which one version of a file is told from the next; other sites show them in part. */
const MARKERS = ['etag', 'last-modified', 'content-length'];

function markers(headers: Headers): Record<string, string> {
  const known: Record<string, string> = {};
  for (const name of MARKERS) {
    const value = headers.get(name);
    // The browser knows the length of what it keeps, which is not that of a compressed answer.
    if (value) known[`x-${name}`] = value;
  }
  return known;
}

async function isCurrent(response: Response, url: string, signal: AbortSignal): Promise<boolean> {
  let now: Response;
  try {
    now = await fetch(url, { method: 'HEAD', signal, cache: 'no-cache' }); // the browser may guess that it has the latest
  } catch (error) {
    signal.throwIfAborted();
    return (error as Error).name === 'TypeError'; // no connection
  }
  if (now.status === 404 || now.status === 410) return false;
  if (!now.ok) return true; // a server that answers no HEAD
  for (const name of MARKERS) {
    const [before, after] = [response.headers.get(`x-${name}`), now.headers.get(name)];
    if (before && after) return before === after;
  }
  return true;
}
