/**
 * Puts the scripts of the engines into the standalone script, as text: a page that was opened as a file cannot fetch
 * them. They must have been built before it, into the same folder.
 */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

export function engineTexts() {
  let folder;
  return {
    name: 'engine-texts',
    configResolved: ({ build }) => void (folder = join(build.outDir, 'engines')),
    async load(id) {
      if (!id.endsWith('/src/bridge/engine-texts.ts')) return undefined;
      const files = (await readdir(folder)).filter((file) => file.endsWith('.js'));
      const texts = await Promise.all(
        files.map(async (file) => [file.slice(0, -3), await readFile(join(folder, file), 'utf8')]),
      );
      return `export const engineTexts = ${JSON.stringify(Object.fromEntries(texts))};`;
    },
  };
}
