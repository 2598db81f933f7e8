/** Runs the tests that need no browser: test/node/*.test.js, by Node's own test runner. */
import { readdir } from 'node:fs/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

/** @returns {Promise<{ passed: number, failed: number }>} what came of the tests; each is told on the console. */
export async function nodeTests() {
  const names = (await readdir('test/node')).filter((name) => name.endsWith('.test.js'));
  const counts = { passed: 0, failed: 0 };
  const stream = run({ files: names.map((name) => `test/node/${name}`), concurrency: false });
  stream.on('test:pass', (test) => (counts.passed += isTest(test)));
  stream.on('test:fail', (test) => (counts.failed += isTest(test)));
  for await (const line of stream.compose(new spec())) process.stdout.write(line);
  return counts;
}

/** A suite passes when its tests do. */
const isTest = ({ details }) => (details.type === 'suite' ? 0 : 1);
