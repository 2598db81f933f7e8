/** The custom elements manifest: what the doc comments and the types of the elements say. */
import { readFile } from 'node:fs/promises';
import { runNode } from '../node/run.js';

/**
 * Makes the manifest from the sources.
 *
 * @param {string} folder where its file goes, below the project.
 * @returns what it says.
 */
export async function makeManifest(folder) {
  const analyzer = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
  const args = ['analyze', '--config', 'custom-elements-manifest.config.js', '--quiet', '--outdir', folder];
  if ((await runNode(analyzer, args, { quiet: true })) !== 0)
    throw new Error('The manifest could not be made');
  return JSON.parse(await readFile(`${folder}/custom-elements.json`, 'utf8'));
}
