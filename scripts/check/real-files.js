/** Finds the test files in which something is tested with larger real samples, which may lie beside the repository. */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What such a test is defined with: by itself, or for a demo by the file of its group. */
const DEFINED = /\bitReal\(|^export (async function|const) real\b/m;

/** @returns {Promise<string[]>} their paths. */
export async function realFiles() {
  const names = (await readdir('test', { recursive: true })).filter((name) => name.endsWith('.ts'));
  const paths = names.map((name) => `test/${name.replaceAll('\\', '/')}`);
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  const defining = paths.filter((_, n) => DEFINED.test(texts[n]));
  const files = defining.map((path) => (path.endsWith('.test.ts') ? path : `${dirname(path)}.test.ts`));
  return [...new Set(files)].filter((path) => existsSync(path)).sort();
}
