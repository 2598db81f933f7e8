/** What a page loads at first stays within the budget of size-budget.json. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';

test('a page loads at first no more than its budget', async () => {
  const { code, said } = await new Promise((resolve) =>
    execFile(process.execPath, ['scripts/size.js'], { timeout: 60_000 }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, said: stdout + stderr }),
    ),
  );
  assert.equal(code, 0, said);
});
