/** Writes site/: the gallery, the demos, the docs and dist/ as static files that work under any path. */
import './node/version.js';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.js';
import { docsFiles, docsPage, pageOf } from './docs/page.js';
import { installWhenMissing } from './node/dependencies.js';
import { packageFiles } from './serve/engine-files.js';
import { script } from './node/run.js';

await script(async () => {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  await installWhenMissing();
  await build();

  await rm('site', { recursive: true, force: true });
  await mkdir('site');
  for (const path of ['index.html', 'playground', 'demos', 'docs', 'dist', 'starter', 'LICENSE']) {
    if (existsSync(path)) await cp(path, `site/${path}`, { recursive: true });
  }
  for (const [path, from] of Object.entries(packageFiles)) await cp(from, `site/${path}`);
  for (const file of await docsFiles()) {
    const page = `site/${pageOf(file)}`;
    await mkdir(dirname(page), { recursive: true });
    await writeFile(page, await docsPage(file));
    await rm(`site/${file}`);
  }
  // Without it GitHub Pages would leave out files whose names begin with an underscore.
  await writeFile('site/.nojekyll', '');
  console.log('Built site/');
});
