/** The numbers in the names of tests, such as `[C38]`, are explained in docs/project/conformance.md. */
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';

test('docs/project/conformance.md has each number once, in order, and those of all tests', async () => {
  const page = await readFile('docs/project/conformance.md', 'utf8');
  const listed = [...page.matchAll(/^\| (C\d+) \| \S.*\.? \|$/gm)].map(([, number]) => number);
  assert.deepEqual(
    listed,
    listed.map((_, at) => `C${at + 1}`),
  );
  for (const name of await readdir('test', { recursive: true })) {
    if (!name.endsWith('.test.ts')) continue;
    const text = await readFile(`test/${name}`, 'utf8');
    for (const [, number] of text.matchAll(/\[(C\d+)\]/g))
      assert.ok(
        listed.includes(number),
        `test/${name} names ${number}, which docs/project/conformance.md does not have`,
      );
  }
});
