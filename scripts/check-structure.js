/**
 * What the linter does not see of how src and workers hang together: circles of files, counting imports of types and
 * those that are made later, and classes or types of one name in two files.
 */
import { readFile, readdir } from 'node:fs/promises';
import { posix } from 'node:path';

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])(\.[^'"?]+)[^'"]*\1/g;
const EXPORT = /^export (?:declare |abstract )*(?:class|interface|type) (\w+)/gm;

/** Folders in which circles are still to be ended. */
const UNFINISHED = /^src\/(?:components\/(?:audio\/recorder|webcam)|media\/device)\//;

const texts = new Map();
for (const folder of ['src', 'workers'])
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    const path = `${(entry.parentPath ?? entry.path).replaceAll('\\', '/')}/${entry.name}`;
    texts.set(path, (await readFile(path, 'utf8')).replace(/^\s*(?:\/?\*|\/\/).*$/gm, ''));
  }
const imports = new Map(
  [...texts].map(([path, text]) => {
    const targets = [...text.matchAll(IMPORT)].map(([, , target]) => posix.join(posix.dirname(path), target));
    return [path, targets.filter((target) => texts.has(target))];
  }),
);

const problems = [...circles()].map((circle) => [circle, `Circle of files: ${circle.join(' → ')}`]);
const named = new Map();
for (const [path, text] of texts)
  for (const [, name] of text.matchAll(EXPORT)) named.set(name, (named.get(name) ?? new Set()).add(path));
for (const [name, paths] of named)
  if (paths.size > 1) problems.push([[...paths], `"${name}" is exported by ${[...paths].join(' and by ')}`]);
for (const [paths, words] of problems) {
  if (paths.some((path) => UNFINISHED.test(path))) continue;
  console.error(words);
  process.exitCode = 1;
}

/** Gives the files of each circle: of each strongly connected part, by Tarjan. */
function* circles() {
  const order = new Map();
  const lowest = new Map();
  const stack = [];
  for (const path of imports.keys()) if (!order.has(path)) yield* visit(path);

  function* visit(path) {
    const place = order.size;
    order.set(path, place);
    lowest.set(path, place);
    stack.push(path);
    for (const target of imports.get(path)) {
      if (!order.has(target)) yield* visit(target);
      if (stack.includes(target)) lowest.set(path, Math.min(lowest.get(path), lowest.get(target)));
    }
    if (lowest.get(path) !== place) return;
    const circle = stack.splice(stack.indexOf(path));
    if (circle.length > 1 || imports.get(path).includes(path)) yield circle;
  }
}
