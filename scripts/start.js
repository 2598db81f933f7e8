/** `npm start`: builds, then serves the gallery. `PORT` chooses the port (default 8000, or the next free one). */
import './node/version.js';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installWhenMissing } from './node/dependencies.js';
import { docsPage } from './docs/page.js';
import { engineFile } from './serve/engine-files.js';
import { Told, script } from './node/run.js';
import { serveStatic } from './serve/static-server.js';

await script(async () => {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  const port = await serve(wishedPort());
  await installWhenMissing();
  await (await import('./build.js')).build();
  console.log(`Rivulet's gallery: http://localhost:${port}/  (Ctrl+C ends it)`);
});

/** The port that `PORT` names; `null` without it. */
function wishedPort() {
  const { PORT } = process.env;
  if (!PORT) return null;
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Told(`PORT is "${PORT}"; it takes a number from 0 to 65535.`);
  return port;
}

/** Serves on the wished port, or on the first free one from 8000. @returns the port. */
async function serve(wished) {
  for (let port = wished ?? 8000; ; port++) {
    try {
      const rewrite = ({ pathname }) => ({ path: engineFile(pathname) });
      return (await serveStatic({ root: process.cwd(), port, render, rewrite })).port;
    } catch (error) {
      if (error.code === 'EACCES') throw new Told(`Port ${port} may not be used here; PORT chooses another.`);
      if (error.code !== 'EADDRINUSE') throw error;
      if (wished !== null || port > 8050) throw new Told(`Port ${port} is in use; PORT chooses another.`);
    }
  }
}

/** The docs are Markdown in the repository; here they are pages, as on the site. */
async function render(path) {
  const page = /^\/(docs\/(?:[\w-]+\/)*)([\w-]+\.html)?$/.exec(path);
  if (!page) return undefined;
  const name = page[2]?.replace(/\.html$/, '') ?? 'index';
  const names = name === 'index' ? ['index.md', 'README.md'] : [`${name}.md`];
  const file = names.map((entry) => page[1] + entry).find(existsSync);
  return file && { type: 'text/html; charset=utf-8', body: await docsPage(file) };
}
