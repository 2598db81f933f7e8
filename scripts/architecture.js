/**
 * Writes the list of files in docs/architecture.md from the `@file` line that each file of src and workers begins with:
 * `node scripts/architecture.js`. With `--check` it writes nothing, and fails when the list is not what it would write.
 */
import { readFile, readdir, writeFile } from 'node:fs/promises';

const FILE = 'docs/architecture.md';
const START = '<!-- files: kept by scripts/architecture.js -->';
const END = '<!-- end of files -->';
const HEADER = /^\/\*\* @file (\S.*\.) \*\/\n\n/;

const page = await readFile(FILE, 'utf8');
const [from, to] = [page.indexOf(START), page.indexOf(END)];
if (from < 0 || to < from) throw new Error(`${FILE} has lost the comments around its list of files`);

const rooms = new Map();
const problems = [];
for (const path of await sources()) {
  const header = HEADER.exec(await readFile(path, 'utf8'))?.[1];
  if (!header)
    problems.push(`${path}: its first line has to be /** @file Says what is in it. */, then an empty line`);
  const room = path.split('/').slice(0, -1).join('/');
  rooms.set(room, [...(rooms.get(room) ?? []), `- \`${path}\`: ${header?.replace(/\.$/, '')}`]);
}
const list = [...rooms].map(([room, lines]) => `### ${room}/\n\n${lines.join('\n')}\n`).join('\n');
const written = `${page.slice(0, from)}${START}\n\n${list}\n${page.slice(to)}`;

if (problems.length === 0 && written !== page) {
  if (process.argv.includes('--check')) problems.push(`${FILE}: run "node scripts/architecture.js"`);
  else await writeFile(FILE, written);
}
for (const problem of problems) console.error(problem);
if (problems.length) process.exitCode = 1;

async function sources() {
  const found = [];
  for (const folder of ['src', 'workers'])
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile() && entry.name.endsWith('.ts'))
        found.push(`${entry.parentPath ?? entry.path}/${entry.name}`);
  const room = (path) => path.split('/').slice(0, -1).join('/');
  return found.sort((a, b) => (room(a) === room(b) ? (a < b ? -1 : 1) : room(a) < room(b) ? -1 : 1));
}
