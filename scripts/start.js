/** `npm start`: builds, then serves the gallery. `PORT` chooses the port (default 8000, or the next free one). */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from './build.js';
import { docsPage } from './docs-page.js';
import { engineFile } from './engine-files.js';
import { installWhenMissing } from './run.js';
import { serveStatic } from './static-server.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await installWhenMissing();
await build();

/** The docs are Markdown in the repository; here they are pages, as on the site. */
async function render(path) {
  const page = /^\/(docs\/(?:[\w-]+\/)*)([\w-]+\.html)?$/.exec(path);
  if (!page) return undefined;
  const name = page[2]?.replace(/\.html$/, '') ?? 'index';
  const names = name === 'index' ? ['index.md', 'README.md'] : [`${name}.md`];
  const file = names.map((entry) => page[1] + entry).find(existsSync);
  return file && { type: 'text/html; charset=utf-8', body: await docsPage(file) };
}

const wished = Number(process.env.PORT ?? 8000);
for (let port = wished; ; port++) {
  try {
    await serveStatic({
      root: process.cwd(),
      port,
      render,
      rewrite: ({ pathname }) => ({ path: engineFile(pathname) }),
    });
    console.log(`Rivulet's gallery: http://localhost:${port}/  (Ctrl+C ends it)`);
    break;
  } catch (error) {
    if (error.code !== 'EADDRINUSE' || process.env.PORT || port > wished + 50) throw error;
  }
}
