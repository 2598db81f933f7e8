/**
 * `npm run docs`: writes all that is generated and kept in the repository: the list of files in
 * docs/project/architecture.md, the tables of docs/reference/components.md, and the list of docs/reference/words.md. With `--check` it writes nothing, and
 * fails when one of them is stale.
 */
import './node/version.js';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { architecture } from './docs/architecture.js';
import { installWhenMissing } from './node/dependencies.js';
import { keep } from './docs/generated.js';
import { makeManifest } from './build/manifest.js';
import { reference } from './docs/reference.js';
import { script } from './node/run.js';
import { words } from './docs/words.js';

await script(async () => {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  await installWhenMissing();
  const folder = `dist.${process.pid}`;
  try {
    const manifest = await makeManifest(folder);
    await keep(await Promise.all([architecture(), reference(manifest), words()]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
