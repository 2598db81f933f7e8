/**
 * A reporter that writes what came of the tests to the file `TESTS_REPORT`, as JSON: `{ passed, failed, skipped, failures }`,
 * one of `failures`, `{ file, title, message }`, for each that failed. A file that could not be run counts as one that failed.
 */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { nothing } from '../check/report.js';

export function counts() {
  return {
    stop({ sessions }) {
      const report = nothing();
      for (const { testFile, testResults, passed, errors } of sessions) {
        const file = relative('.', testFile);
        const fail = (title, message) => {
          report.failed += 1;
          report.failures.push({ file, title, message });
        };
        const before = report.failed;
        for (const [title, test] of tests(testResults)) {
          if (test.skipped) report.skipped += 1;
          else if (test.passed) report.passed += 1;
          else fail(title, test.error?.message ?? '');
        }
        if (!passed && report.failed === before) fail('the whole file', errors[0]?.message ?? '');
      }
      if (process.env.TESTS_REPORT) writeFileSync(process.env.TESTS_REPORT, JSON.stringify(report));
    },
  };
}

/** Gives each test, with the titles of the suites around it. */
function* tests(suite, around = []) {
  if (!suite) return;
  const path = suite.name ? [...around, suite.name] : around;
  for (const test of suite.tests) yield [[...path, test.name].join(' › '), test];
  for (const each of suite.suites) yield* tests(each, path);
}
