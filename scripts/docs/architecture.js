/**
 * What is generated of docs/project/architecture.md: the component that is its example, as `npm run new` writes one, and
 * the list of files, from the `@file` line that each file of src and workers begins with.
 * `node scripts/docs/architecture.js` writes it alone, and `--check` only says whether it is stale.
 */
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { keep, pageWith } from './generated.js';
import { Told, script } from '../node/run.js';

const HEADER = /^\/\*\* @file (\S.*\.) \*\/\n\n/;

/** Makes the page. @throws {Told} when files lack their first line */
export async function architecture() {
  const rooms = new Map();
  const problems = [];
  for (const path of await sources()) {
    const header = HEADER.exec(await readFile(path, 'utf8'))?.[1];
    if (!header)
      problems.push(`${path}: its first line has to be /** @file Says what is in it. */, then an empty line`);
    const room = path.split('/').slice(0, -1).join('/');
    rooms.set(room, [...(rooms.get(room) ?? []), `- \`${path}\`: ${header?.replace(/\.$/, '')}`]);
  }
  if (problems.length > 0) throw new Told(problems.join('\n'));
  const list = [...rooms].map(([room, lines]) => `\n### ${room}/\n\n${lines.join('\n')}\n`).join('');
  const start = '<!-- files: kept by scripts/docs/architecture.js -->';
  const example = await readFile('scripts/new/control/component.txt', 'utf8');
  return pageWith(
    'docs/project/architecture.md',
    [
      '<!-- component: from scripts/new/control/component.txt -->',
      `\n\`\`\`text\n${example}\`\`\`\n\n`,
      '<!-- end of component -->',
    ],
    [start, `${list}\n`, '<!-- end of files -->'],
  );
}

async function sources() {
  const found = [];
  for (const folder of ['src', 'workers'])
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile() && entry.name.endsWith('.ts'))
        found.push(`${entry.parentPath ?? entry.path}/${entry.name}`);
  const room = (path) => path.split('/').slice(0, -1).join('/');
  return found.sort((a, b) => (room(a) === room(b) ? (a < b ? -1 : 1) : room(a) < room(b) ? -1 : 1));
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await script(async () => keep([await architecture()]));
