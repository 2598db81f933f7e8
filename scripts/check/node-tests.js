/** Runs the tests of what is no part of a page, test/node/*.test.js, by Node's own test runner. */
import { readdir } from 'node:fs/promises';
import { relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { nothing } from './report.js';

/**
 * Lists the files of tests that need no page.
 *
 * @param {string} browser - Those of another browser, *.chromium.test.js, are left out.
 * @returns {Promise<string[]>}
 */
export async function nodeTestFiles(browser) {
  const names = (await readdir('test/node')).filter((name) => {
    const [, own = browser] = /\.(\w+)\.test\.js$/.exec(name) ?? [];
    return name.endsWith('.test.js') && own === browser;
  });
  return names.map((name) => `test/node/${name}`);
}

/**
 * @param {string[]} files
 * @returns {Promise<import('./report.js').Report>} what came of the tests; each is told on the console.
 */
export async function nodeTests(files) {
  const report = nothing();
  const stream = run({ files, concurrency: false });
  stream.on('test:pass', (test) => (report.passed += isTest(test)));
  stream.on('test:fail', (test) => {
    if (!isTest(test)) return;
    report.failed += 1;
    const { cause, message } = test.details.error;
    report.failures.push({
      file: test.file ? relative('.', test.file) : files[0],
      title: test.name,
      message: cause?.message ?? message,
    });
  });
  for await (const line of stream.compose(new spec())) process.stdout.write(line);
  return report;
}

/** A suite passes when its tests do. */
const isTest = ({ details }) => (details.type === 'suite' ? 0 : 1);
