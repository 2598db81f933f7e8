/**
 * What the linter does not see of how src and workers hang together: imports that the table of rooms in
 * docs/project/architecture.md does not allow, circles of files and of folders, counting imports of types and those that
 * are made later, classes or types of one name in two files, folders with too many files, and files that are too long.
 */
import { readFile, readdir } from 'node:fs/promises';
import { posix } from 'node:path';

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"?]+)[^'"]*\1/g;
const EXPORT = /^export (?:declare |abstract )*(?:class|interface|type) (\w+)/gm;

/** A folder with more files than this is two, and so is a file with more lines than that; a language is one list. */
const MOST_FILES = 15;
const MOST_LINES = 300;

const texts = new Map();
const long = [];
for (const folder of ['src', 'workers'])
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    const path = `${(entry.parentPath ?? entry.path).replaceAll('\\', '/')}/${entry.name}`;
    const text = await readFile(path, 'utf8');
    const lines = text.split('\n').length - 1;
    if (lines > MOST_LINES && !path.startsWith('src/words/languages/'))
      long.push(`${path} has ${lines} lines, at most ${MOST_LINES} are allowed`);
    texts.set(path, text.replace(/^\s*(?:\/?\*|\/\/).*$/gm, ''));
  }
const imports = new Map(
  [...texts].map(([path, text]) => {
    const targets = [...text.matchAll(IMPORT)].map(([, , target]) =>
      target.startsWith('.') ? posix.join(posix.dirname(path), target) : target,
    );
    return [path, targets];
  }),
);

/** What the files of each folder import from other folders. */
const between = new Map();
for (const [path, targets] of imports) {
  const folder = posix.dirname(path);
  const found = targets.filter((target) => texts.has(target)).map((target) => posix.dirname(target));
  const others = found.filter((other) => other !== folder);
  between.set(folder, [...new Set([...(between.get(folder) ?? []), ...others])]);
}

/** How many files lie in each folder itself. */
const counts = new Map();
for (const path of texts.keys()) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);

const problems = [
  ...long,
  ...[...counts]
    .filter(([, count]) => count > MOST_FILES)
    .map(([folder, count]) => `${folder} has ${count} files, at most ${MOST_FILES} are allowed`),
  ...[...circles(imports)].map((circle) => `Circle of files: ${circle.join(' → ')}`),
  ...[...circles(between)].map((circle) => `Circle of folders: ${circle.join(', ')}`),
];

/** What each room may import. */
const allowed = new Map(
  (await tableOf('| room | what | may import |')).map(([room, , may]) => [
    room.replaceAll('`', ''),
    may.replaceAll('`', '').split(', '),
  ]),
);
for (const [path, targets] of imports)
  for (const target of targets) {
    const [from, to] = [roomOf(path), roomOf(target)];
    if (from && from !== 'src' && to && from !== to && !allowed.get(from)?.includes(to.replace('src/', '')))
      problems.push(`${path} imports ${target}: docs/project/architecture.md does not allow it to ${from}`);
  }

const named = new Map();
for (const [path, text] of texts)
  for (const [, name] of text.matchAll(EXPORT)) named.set(name, (named.get(name) ?? new Set()).add(path));
for (const [name, paths] of named)
  if (paths.size > 1) problems.push(`"${name}" is exported by ${[...paths].join(' and by ')}`);
for (const problem of problems) console.error(problem);
if (problems.length) process.exitCode = 1;

/** Gives the room of a file, `src` for the entry, the package where only some rooms may have it; else `undefined`. */
function roomOf(path) {
  return /^(?:src\/\w+(?=\/)|src(?=\/)|workers(?=\/)|comlink\b|lit\b)/.exec(path)?.[0];
}

/** Gives the rows of the table of docs/project/architecture.md that has this head. */
async function tableOf(head) {
  const table = (await readFile('docs/project/architecture.md', 'utf8'))
    .split(`${head}\n`)[1]
    .split('\n\n')[0];
  const cells = (line) => line.split('|').slice(1, -1);
  return table
    .split('\n')
    .slice(1)
    .map((line) => cells(line).map((cell) => cell.trim()));
}

/**
 * Gives what is in each circle: in each strongly connected part, by Tarjan.
 *
 * @param {Map<string, string[]>} graph - what each imports
 */
function* circles(graph) {
  const order = new Map();
  const lowest = new Map();
  const stack = [];
  for (const path of graph.keys()) if (!order.has(path)) yield* visit(path);

  function* visit(path) {
    const place = order.size;
    order.set(path, place);
    lowest.set(path, place);
    stack.push(path);
    for (const target of graph.get(path)) {
      if (!graph.has(target)) continue;
      if (!order.has(target)) yield* visit(target);
      if (stack.includes(target)) lowest.set(path, Math.min(lowest.get(path), lowest.get(target)));
    }
    if (lowest.get(path) !== place) return;
    const circle = stack.splice(stack.indexOf(path));
    if (circle.length > 1 || graph.get(path).includes(path)) yield circle;
  }
}
