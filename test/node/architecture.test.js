/** docs/project/architecture.md says of rooms and decisions what the tree says. `npm run lint` holds who imports whom. */
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';

const page = await readFile('docs/project/architecture.md', 'utf8');

const folders = async (folder) =>
  (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** The rows of the table whose head is this. */
function rows(head) {
  const table = page.split(`${head}\n`)[1]?.split('\n\n')[0];
  assert.ok(table, `docs/project/architecture.md has lost its table "${head}"`);
  return table
    .split('\n')
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const rooms = [...(await folders('src')).map((name) => `src/${name}`), 'workers'];
const listed = rows('| room | what | may import |');

test('the table of rooms lists every room', () => {
  assert.deepEqual(listed.map(([room]) => room.replaceAll('`', '')).sort(), rooms.sort());
});

test('the table of folders lists those of rooms, but for components', async () => {
  const found = [];
  const look = async (folder) => {
    for (const name of await folders(folder)) {
      found.push(`${folder}/${name}`);
      await look(`${folder}/${name}`);
    }
  };
  for (const room of rooms) if (room !== 'src/components') await look(room);
  assert.deepEqual(
    rows('| folder | what |')
      .map(([folder]) => folder.replaceAll('`', ''))
      .sort(),
    found.sort(),
  );
});

test('the list of decisions is the folder of decisions', async () => {
  const files = (await readdir('docs/decisions')).sort();
  const lines = await Promise.all(
    files.map(async (file) => {
      const title = /^# (.+)$/m.exec(await readFile(`docs/decisions/${file}`, 'utf8'))[1];
      return `- [${title}](../decisions/${file})`;
    }),
  );
  assert.deepEqual(page.match(/^- \[.+\]\(\.\.\/decisions\/.+\)$/gm), lines);
});
