/** Runs the tests of what is no part of a page, test/node/*.test.js, by Node's own test runner. */
import { readdir } from 'node:fs/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

/**
 * @param {string} browser - Those of another browser, *.chromium.test.js, are left out.
 * @returns {Promise<{ passed: number, failed: number }>} what came of the tests; each is told on the console.
 */
export async function nodeTests(browser) {
  const names = (await readdir('test/node')).filter((name) => {
    const [, own = browser] = /\.(\w+)\.test\.js$/.exec(name) ?? [];
    return name.endsWith('.test.js') && own === browser;
  });
  const counts = { passed: 0, failed: 0 };
  const stream = run({ files: names.map((name) => `test/node/${name}`), concurrency: false });
  stream.on('test:pass', (test) => (counts.passed += isTest(test)));
  stream.on('test:fail', (test) => (counts.failed += isTest(test)));
  for await (const line of stream.compose(new spec())) process.stdout.write(line);
  return counts;
}

/** A suite passes when its tests do. */
const isTest = ({ details }) => (details.type === 'suite' ? 0 : 1);
