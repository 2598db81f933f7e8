/** docs/architecture.md says of rooms, imports and decisions what the tree and biome.json say. */
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';

const page = await readFile('docs/architecture.md', 'utf8');
const rules = JSON.parse(await readFile('biome.json', 'utf8')).overrides;

const folders = async (folder) =>
  (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** The rows of the table whose head is this. */
function rows(head) {
  const table = page.split(`${head}\n`)[1]?.split('\n\n')[0];
  assert.ok(table, `docs/architecture.md has lost its table "${head}"`);
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

test('a room may import what biome.json does not forbid', () => {
  for (const [room, , cell] of listed) {
    const path = room.replaceAll('`', '');
    const rule = rules.find(({ includes }) => includes.includes(`${path}/**`));
    const forbidden = rule.linter.rules.style.noRestrictedImports.options.patterns.flatMap(
      ({ group }) => group,
    );
    const names = rooms
      .map((each) => each.replace('src/', ''))
      .filter((name) => `src/${name}` !== path && name !== path);
    const allowed = [
      ...names.filter((name) => !forbidden.includes(`**/${name}/**`)).map((name) => `\`${name}\``),
      ...['comlink', 'lit'].filter((name) => !forbidden.includes(name)),
    ];
    const said = cell === 'nothing' ? [] : cell.split(', ');
    assert.deepEqual(said.sort(), allowed.sort(), `the row of ${path}`);
  }
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
      return `- [${title}](decisions/${file})`;
    }),
  );
  assert.deepEqual(page.match(/^- \[.+\]\(decisions\/.+\)$/gm), lines);
});
