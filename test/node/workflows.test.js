/** What the workflows do, as far as their text tells. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

test('a release names its repository before npm is asked to publish with provenance', async () => {
  const text = await readFile('.github/workflows/release.yml', 'utf8');
  const named = text.indexOf('"repository.url=git+$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git"');
  const published = text.search(/npm publish .*--provenance/);
  assert.ok(named > 0 && named < published, `named at ${named}, published at ${published}`);
});
