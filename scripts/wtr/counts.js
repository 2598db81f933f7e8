/**
 * A reporter that says at the end, alone on the last line, `N passed, N failed`, and `, N skipped` where some were, with the
 * tests that `TESTS_COUNTED` says were run before. A file that could not be run counts as one that failed.
 */
export function counts() {
  return {
    stop({ sessions }) {
      const sum = { passed: 0, failed: 0, skipped: 0, ...JSON.parse(process.env.TESTS_COUNTED ?? '{}') };
      for (const session of sessions) {
        const before = sum.failed;
        for (const test of tests(session.testResults)) sum[outcome(test)] += 1;
        if (!session.passed && sum.failed === before) sum.failed += 1;
      }
      const skipped = sum.skipped ? `, ${sum.skipped} skipped` : '';
      // After what other reporters still have to say.
      process.once('exit', () => console.log(`${sum.passed} passed, ${sum.failed} failed${skipped}`));
    },
  };
}

const outcome = (test) => (test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed');

function* tests(suite) {
  if (!suite) return;
  yield* suite.tests;
  for (const each of suite.suites) yield* tests(each);
}
