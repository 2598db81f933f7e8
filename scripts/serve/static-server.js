/** A small server for static files, for `npm start`, the second origin of the tests, and the benchmark. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.onnx': 'application/octet-stream',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
};

/** Headers that make a page cross-origin isolated. */
export const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * Starts serving. The caller closes it.
 *
 * @param {{ root: string, port?: number, host?: string, headers?: Record<string, string>,
 *   rewrite?: (url: URL) => { path?: string, headers?: Record<string, string> },
 *   render?: (path: string) => Promise<
 *     { type: string, body: string | Buffer, headers?: Record<string, string> } | undefined> }} options
 *   `port` 0 (the default) takes any free one; `rewrite` may change the path and add headers; `render` may answer
 *   in place of a file.
 * @returns {Promise<{ url: string, port: number, close(): void }>}
 */
export async function serveStatic({ root, port = 0, host = '127.0.0.1', headers = {}, rewrite, render }) {
  const server = createServer(async (request, response) => {
    try {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const changed = rewrite?.(url) ?? {};
      for (const [name, value] of Object.entries({ ...headers, ...changed.headers }))
        response.setHeader(name, value);
      if (request.method === 'OPTIONS') return void response.writeHead(204).end();
      const page = await render?.(url.pathname);
      if (page)
        return void response.writeHead(200, { 'Content-Type': page.type, ...page.headers }).end(page.body);
      await answer(root, changed.path ?? url.pathname, url.search, request, response);
    } catch {
      if (!response.headersSent) response.writeHead(404, { 'Content-Type': 'text/plain' });
      response.end('Not found');
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const taken = server.address().port;
  return {
    url: `http://${host}:${taken}`,
    port: taken,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The type of a file by its name. */
export const typeOf = (file) => types[extname(file).toLowerCase()] ?? 'application/octet-stream';

/** Where a path of a URL lies in a folder. @throws when that is outside of it */
export function fileOf(root, path) {
  const file = normalize(join(root, decodeURIComponent(path)));
  if (file !== normalize(root) && !file.startsWith(normalize(root + sep)))
    throw new Error('Outside the root');
  return file;
}

async function answer(root, path, search, request, response) {
  const file = fileOf(root, path);
  const info = await stat(file);
  if (info.isDirectory()) {
    if (path.endsWith('/')) return answer(root, `${path}index.html`, search, request, response);
    // Relative, so that it also holds when the page was asked for under a sub-path.
    const name = (request.url ?? '').split('?')[0].split('/').pop();
    return void response.writeHead(301, { Location: `./${name}/${search}` }).end();
  }
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  let [start, end] = [0, info.size - 1];
  if (range?.[1]) [start, end] = [Number(range[1]), range[2] ? Math.min(Number(range[2]), end) : end];
  else if (range?.[2]) start = Math.max(0, info.size - Number(range[2]));
  if (range && start > end)
    return void response.writeHead(416, { 'Content-Range': `bytes */${info.size}` }).end();
  response.writeHead(range ? 206 : 200, {
    'Content-Type': typeOf(file),
    'Content-Length': Math.max(0, end - start + 1),
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-cache',
    ...(range && { 'Content-Range': `bytes ${start}-${end}/${info.size}` }),
  });
  if (request.method === 'HEAD' || info.size === 0) return void response.end();
  createReadStream(file, { start, end }).pipe(response);
}
