/**
 * `npm test`: builds and runs all tests, first those of what is no part of a page, then those in Chromium.
 * `--browser=firefox`, `--isolated` (cross-origin isolated pages) and `--no-build` change that; other arguments go to
 * web-test-runner, such as `--files test/bind/run.test.ts`. The last line is `N passed, N failed`.
 */
import './node/version.js';
import { fileURLToPath } from 'node:url';
import { installWhenMissing } from './node/dependencies.js';
import { runNode, script } from './node/run.js';

const own = new Set(['--browser=chromium', '--browser=firefox', '--isolated', '--no-build']);

await script(async () => {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  const given = process.argv.slice(2);
  await installWhenMissing();
  const [{ ensureBrowser }, { build }] = await Promise.all([
    import('./browser/fetch.js'),
    import('./build.js'),
  ]);
  const browser = given.includes('--browser=firefox') ? 'firefox' : 'chromium';
  const executable = await ensureBrowser(browser);
  if (!given.includes('--no-build')) await build();

  const chosen = given.filter((argument) => !own.has(argument));
  const { nodeTests } = await import('./check/node-tests.js');
  const counted = chosen.length ? { passed: 0, failed: 0 } : await nodeTests(browser);

  const code = await runNode('node_modules/@web/test-runner/dist/bin.js', ['--static-logging', ...chosen], {
    env: {
      TEST_BROWSER: browser,
      TESTS_COUNTED: JSON.stringify(counted),
      [`${browser.toUpperCase()}_PATH`]: executable,
      ...(given.includes('--isolated') && { TEST_ISOLATED: '1' }),
    },
  });
  process.exitCode = code || Math.min(counted.failed, 1);
});
