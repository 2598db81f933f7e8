/** Serves the repository for the benchmark: compressed, as a web server does, and isolated, for a fine clock. */
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { engineFile } from '../scripts/serve/engine-files.js';
import { fileOf, isolation, serveStatic, typeOf } from '../scripts/serve/static-server.js';

/**
 * Starts serving. Files are compressed once and kept, so that the disk takes no part in what is measured.
 *
 * @param {{ root: string, dist: string }} options - `dist` is the build that is served as `/dist/`.
 * @returns {Promise<{ url: string, close(): void }>}
 */
export function serve({ root, dist }) {
  const kept = new Map();
  const headers = { ...isolation, 'Cache-Control': 'no-store', 'Content-Encoding': 'gzip' };
  return serveStatic({
    root,
    async render(pathname) {
      if (pathname === '/favicon.ico') return { type: 'image/x-icon', body: '' };
      const path = engineFile(pathname);
      if (!kept.has(path)) kept.set(path, gzipSync(await readFile(placeOf(path))));
      return { type: typeOf(path), body: kept.get(path), headers };
    },
  });

  /** Larger samples may lie beside the repository. */
  function placeOf(path) {
    if (path.startsWith('/dist/')) return fileOf(dist, path.slice('/dist'.length));
    return fileOf(path.startsWith('/shared/') ? dirname(root) : root, path);
  }
}
