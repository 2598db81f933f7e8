/** What came of tests, and how it is told. */

/**
 * @typedef {{ file: string, title: string, message: string }} Failure
 * @typedef {{ passed: number, failed: number, skipped: number, failures: Failure[] }} Report
 */

/** @returns {Report} of no test */
export const nothing = () => ({ passed: 0, failed: 0, skipped: 0, failures: [] });

/** Joins what came of two runs of different tests. */
export const joined = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
});

/** Puts what came of a second run of the failed files in the place of their failures. */
export const replaced = (first, again) => ({
  ...again,
  passed: first.passed + Math.max(first.failed - again.failed, 0),
  skipped: first.skipped,
});

/** Lists the files in which tests failed. */
export const failedFiles = ({ failures }) => [...new Set(failures.map(({ file }) => file))];

/** Tells of each test that failed, under a heading; of none, nothing. */
export function tellFailures(heading, { failures }) {
  if (failures.length === 0) return;
  console.log(`\n${heading}`);
  for (const { file, title, message } of failures)
    console.log(`  ${file}: ${title}\n    ${message.trim().split('\n', 1)[0].slice(0, 300)}`);
}
