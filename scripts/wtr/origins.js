/**
 * What tests need of the network: a second origin that serves the repository (CORS open) and, on both origins,
 * `/sub/path/…` for `/…`, `?csp=…` for a Content-Security-Policy header, `?isolate` for a cross-origin isolated page,
 * the engines' files beside the library (see scripts/serve/engine-files.js), and `/shared/…` for the folder of sample media beside the repository, where there is one.
 * `/__origin.json` tells the second origin's URL. Tests use it through test/helpers/origins.ts.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { engineFile } from '../serve/engine-files.js';
import { isolation, serveStatic } from '../serve/static-server.js';

const prefix = '/sub/path/';

/** Headers and path for one request. */
function rules(pathname, query) {
  const headers = { 'Cross-Origin-Resource-Policy': 'cross-origin' };
  const csp = query.get('csp');
  if (csp) headers['Content-Security-Policy'] = csp;
  if (query.has('isolate')) Object.assign(headers, isolation);
  return {
    path: engineFile(pathname.startsWith(prefix) ? pathname.slice(prefix.length - 1) : pathname),
    headers,
  };
}

/** Koa middleware: the rules on the first origin. `isolated` puts the isolation headers on everything. */
export function originRules({ isolated = false } = {}) {
  return (context, next) => {
    const { path, headers } = rules(context.path, new URLSearchParams(context.querystring));
    context.set({ ...headers, ...(isolated && isolation) });
    if (path !== context.path) context.path = path;
    if (path.startsWith('/node_modules/onnxruntime-web/') && existsSync(`.${path}`))
      return asItIs(context, `.${path}`);
    // The dev server's own way to reach a file above its root.
    if (path.startsWith('/shared/')) context.path = `/__wds-outside-root__/1${path}`;
    return next();
  };
}

/** The dev server would look for what a script imports, also for what it imports in Node alone. */
function asItIs(context, file) {
  context.type = extname(file);
  context.length = statSync(file).size;
  context.body = createReadStream(file);
}

/** Plugin: starts and stops the second origin. */
export function secondOrigin() {
  let other;
  return {
    name: 'second-origin',
    async serverStart() {
      const root = resolve('.');
      other = await serveStatic({
        root,
        headers: {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Headers': '*',
          'Timing-Allow-Origin': '*',
        },
        rewrite: (url) => rules(url.pathname, url.searchParams),
      });
    },
    serverStop() {
      other?.close();
    },
    serve(context) {
      if (context.path !== '/__origin.json') return undefined;
      return { type: 'json', body: JSON.stringify({ origin: other.url }) };
    },
  };
}
