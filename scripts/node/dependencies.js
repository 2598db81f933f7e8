/** Installs what package-lock.json names, where it is not there yet. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Told, runNpm } from './run.js';

/** One request that has to be answered soon. */
const IN_SHORT = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=30000'];

/**
 * Installs the dependencies when some are missing, older or newer, or when an installation was interrupted. Changes nothing
 * but node_modules.
 *
 * @throws {Told} when they cannot be had.
 */
export async function installWhenMissing() {
  const missing = await firstMissing();
  if (!missing) return;
  console.log(`Installing dependencies (${missing})…`);
  const code = await install().catch((error) => {
    console.error(error.message);
  });
  if (code === 0) return;
  throw new Told(
    "The dependencies could not be installed; npm's reason is above. Without a network, run `npm ci` where there is one, " +
      'and copy node_modules; if node_modules cannot be written, make it writable or remove it.',
  );
}

/** Asks for one package first: without a network npm says nothing for minutes, but finds at once what it has kept. */
async function install() {
  const answer = await runNpm(['view', 'comlink', 'version', '--prefer-online', ...IN_SHORT], {
    quiet: true,
  });
  return runNpm([
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(answer === 0 ? [] : ['--offline']),
  ]);
}

/** Why an installation is needed; `null` when all is there. npm writes its own list when it is through. */
async function firstMissing() {
  if (!existsSync('node_modules')) return 'there are none yet';
  const [wanted, installed] = await Promise.all(
    ['package-lock.json', 'node_modules/.package-lock.json'].map((file) =>
      readFile(file, 'utf8').then(JSON.parse, () => null),
    ),
  );
  if (!installed) return 'the last installation did not come to its end';
  for (const [path, { version, optional, link }] of Object.entries(wanted.packages)) {
    if (!path || optional || link) continue;
    const own = installed.packages[path];
    if (own?.version !== version) return `${path.slice(13)} ${version} is not there`;
    if (!existsSync(`${path}/package.json`)) return `${path} is not whole`;
  }
  return null;
}
