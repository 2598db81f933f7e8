/** What is generated and kept in the repository is as the sources say. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';

test('npm run docs has nothing to write', async () => {
  const said = await new Promise((resolve) =>
    execFile(process.execPath, ['scripts/docs.js', '--check'], (_, stdout, stderr) =>
      resolve((stdout + stderr).trim()),
    ),
  );
  assert.equal(said, 'All that is generated is as the sources say.');
});
