/**
 * `npm test`: builds and runs all tests in Chromium.
 * `--browser=firefox`, `--isolated` (cross-origin isolated pages) and `--no-build` change that; other arguments go to
 * web-test-runner, such as `--files test/bind/run.test.ts`.
 */
import { fileURLToPath } from 'node:url';
import { build } from './build.js';
import { installWhenMissing, runNode } from './run.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const own = new Set(['--browser=firefox', '--isolated', '--no-build']);
const given = process.argv.slice(2);

await installWhenMissing();
if (!given.includes('--no-build')) await build();

process.exitCode = await runNode(
  'node_modules/@web/test-runner/dist/bin.js',
  ['--static-logging', ...given.filter((argument) => !own.has(argument))],
  {
    env: {
      ...(given.includes('--browser=firefox') && { TEST_BROWSER: 'firefox' }),
      ...(given.includes('--isolated') && { TEST_ISOLATED: '1' }),
    },
  },
);
