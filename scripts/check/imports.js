/**
 * What the linter cannot see: demos are HTML pages, whose scripts may use the public entry in dist/ only, never inner
 * files, a chunk or another demo's files.
 */
import { readFile, readdir } from 'node:fs/promises';
import { posix } from 'node:path';

const entries = /^dist\/(rivulet|rivulet\.standalone|worker|handler-worker)\.js$/;
const references = /(?:\bfrom\s*|\bimport\s*\(?\s*|\bsrc\s*=\s*|\bhref\s*=\s*|\bURL\(\s*)(["'])([^"']+)\1/g;
const problems = [];

const files = await readdir('demos', { recursive: true, withFileTypes: true }).catch(() => []);
for (const file of files) {
  if (!file.isFile() || !/\.(html|js|ts)$/.test(file.name)) continue;
  const folder = (file.parentPath ?? file.path).replaceAll('\\', '/');
  const text = await readFile(posix.join(folder, file.name), 'utf8');
  for (const [, , target] of text.matchAll(references)) {
    if (!/^\.{0,2}\//.test(target)) continue;
    const path = posix.join(target.startsWith('/') ? '.' : folder, target.split(/[?#]/)[0]);
    const shared = posix.dirname(path) === 'demos';
    const outside = ['..', 'src', 'workers', 'test', 'bench', 'scripts', 'node_modules'].includes(
      path.split('/')[0],
    );
    if (target.startsWith('/'))
      problems.push(`${folder}/${file.name}: "${target}" would not work under a sub-path`);
    else if (outside || (path.startsWith('dist/') && !entries.test(path)))
      problems.push(`${folder}/${file.name}: "${target}" is no public entry`);
    else if (
      path.startsWith('demos/') &&
      !shared &&
      !path.startsWith(`${folder}/`) &&
      /\.(js|ts)$/.test(path)
    )
      problems.push(`${folder}/${file.name}: "${target}" belongs to another demo`);
  }
}

for (const problem of problems) console.error(problem);
if (problems.length) process.exitCode = 1;
