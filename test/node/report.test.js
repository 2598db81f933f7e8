/** What comes of tests that are run a second time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failedFiles, joined, nothing, replaced } from '../../scripts/check/report.js';

const failure = (file, title) => ({ file, title, message: '' });
const report = (passed, ...failures) => ({ passed, failed: failures.length, skipped: 1, failures });

test('two runs of different tests are added up', () => {
  const all = joined(report(3, failure('a.ts', 'x')), report(2, failure('b.ts', 'y'), failure('b.ts', 'z')));
  assert.deepEqual([all.passed, all.failed, all.skipped], [5, 3, 2]);
  assert.deepEqual(failedFiles(all), ['a.ts', 'b.ts']);
  assert.deepEqual(joined(nothing(), all), all);
});

test('what failed twice has failed, what passed the second time has passed', () => {
  const first = report(10, failure('a.ts', 'x'), failure('b.ts', 'y'));
  const again = report(4, failure('b.ts', 'y'));
  assert.deepEqual(replaced(first, again), { passed: 11, failed: 1, skipped: 1, failures: again.failures });
});

test('what fails only the second time has failed', () => {
  const again = report(0, failure('a.ts', 'x'), failure('a.ts', 'y'));
  assert.deepEqual(replaced(report(10, failure('a.ts', 'x')), again), { ...again, passed: 10, skipped: 1 });
});
