/**
 * Keeps the list of files in docs/architecture.md: `node scripts/architecture.js`. Lines of files that are gone go,
 * files that are new come with the first sentence of their first doc comment, and all other lines stay as written.
 */
import { readFile, readdir, writeFile } from 'node:fs/promises';

const FILE = 'docs/architecture.md';
const START = '<!-- files: kept by scripts/architecture.js -->';
const END = '<!-- end of files -->';

const page = await readFile(FILE, 'utf8');
const [from, to] = [page.indexOf(START), page.indexOf(END)];
if (from < 0 || to < from) throw new Error(`${FILE} has lost the comments around its list of files`);
const written = new Map(
  [...page.slice(from, to).matchAll(/^- `([^`]+)`: (.+)$/gm)].map(([, path, line]) => [path, line]),
);

const rooms = new Map();
for (const path of await sources()) {
  const room = path.split('/').slice(0, -1).join('/');
  const line = written.get(path) ?? (await firstSentence(path));
  rooms.set(room, [...(rooms.get(room) ?? []), `- \`${path}\`: ${line}`]);
}
const list = [...rooms].map(([room, lines]) => `### ${room}/\n\n${lines.join('\n')}\n`).join('\n');
await writeFile(FILE, `${page.slice(0, from)}${START}\n\n${list}\n${page.slice(to)}`);

async function sources() {
  const found = [];
  for (const folder of ['src', 'workers'])
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile() && entry.name.endsWith('.ts'))
        found.push(`${entry.parentPath ?? entry.path}/${entry.name}`);
  const depth = (path) => path.split('/').slice(0, -1).join('/');
  return found.sort((a, b) => (depth(a) === depth(b) ? (a < b ? -1 : 1) : depth(a) < depth(b) ? -1 : 1));
}

async function firstSentence(path) {
  const text = await readFile(path, 'utf8');
  // The comment of the class first: a file of an element begins with the types that it uses.
  const comment =
    /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:@element|export class)/.exec(text) ??
    /\/\*\*([\s\S]*?)\*\//.exec(text);
  const words = (comment?.[1] ?? '')
    .replace(/^\s*\* ?/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const sentence = /^.*?[.:;](?=\s|$)/.exec(words)?.[0].replace(/[.:;]$/, '') || words;
  if (sentence) return lower(sentence);
  return path.endsWith('.styles.ts')
    ? 'its looks'
    : path.split('/').pop().replace('.ts', '').replaceAll('-', ' ');
}

function lower(text) {
  return /^[A-Z](?:[a-z]| )/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}
