/**
 * `npm test`: builds and runs all tests in Chromium.
 * `--browser=firefox`, `--isolated` (cross-origin isolated pages) and `--no-build` change that; other arguments go to
 * web-test-runner, such as `--files test/bind/run.test.ts`. The last line is `N passed, N failed`.
 */
import './node-version.js';
import { fileURLToPath } from 'node:url';
import { installWhenMissing } from './dependencies.js';
import { runNode, script } from './run.js';

const own = new Set(['--browser=firefox', '--isolated', '--no-build']);

await script(async () => {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  const given = process.argv.slice(2);
  await installWhenMissing();
  const [{ ensureBrowser }, { build }] = await Promise.all([
    import('./browser-fetch.js'),
    import('./build.js'),
  ]);
  const browser = given.includes('--browser=firefox') ? 'firefox' : 'chromium';
  const executable = await ensureBrowser(browser);
  if (!given.includes('--no-build')) await build();

  process.exitCode = await runNode(
    'node_modules/@web/test-runner/dist/bin.js',
    ['--static-logging', ...given.filter((argument) => !own.has(argument))],
    {
      env: {
        TEST_BROWSER: browser,
        [`${browser.toUpperCase()}_PATH`]: executable,
        ...(given.includes('--isolated') && { TEST_ISOLATED: '1' }),
      },
    },
  );
});
