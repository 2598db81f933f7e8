/** Serves the repository for the benchmark: compressed, as a web server does, and isolated, for a fine clock. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { engineFile } from '../scripts/serve/engine-files.js';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

/**
 * Starts serving. Files are compressed once and kept, so that the disk takes no part in what is measured.
 *
 * @param {{ root: string, dist: string }} options - `dist` is the build that is served as `/dist/`.
 * @returns {Promise<{ url: string, close(): void }>}
 */
export async function serve({ root, dist }) {
  const kept = new Map();
  const server = createServer(async (request, response) => {
    const pathname = engineFile(new URL(request.url, 'http://localhost').pathname);
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    try {
      if (!kept.has(pathname)) kept.set(pathname, gzipSync(await readFile(fileOf(pathname, root, dist))));
      response.writeHead(200, {
        'Content-Type': types[extname(pathname)] ?? 'application/octet-stream',
        'Content-Encoding': 'gzip',
        'Cache-Control': 'no-store',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      });
      response.end(kept.get(pathname));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Larger samples may lie beside the repository. */
function fileOf(pathname, root, dist) {
  const [folder, path] = pathname.startsWith('/dist/')
    ? [dist, pathname.slice(6)]
    : [pathname.startsWith('/shared/') ? dirname(root) : root, pathname];
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep)) throw new Error('Outside the root');
  return file;
}
