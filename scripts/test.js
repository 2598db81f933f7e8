/**
 * `npm test`: builds and runs all tests, first those of what is no part of a page, then those in Chromium.
 * `--browser=firefox`, `--isolated` (cross-origin isolated pages), `--real` (only the files with tests of larger real samples,
 * which may lie beside the repository) and `--no-build` change that; other arguments go to web-test-runner, such as
 * `--files test/bind/run.test.ts`. Where `CI` is set, files in which a test failed are run a second time, alone, and what
 * passed only then is named. The last line is `N passed, N failed`.
 */
import './node/version.js';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeTestFiles, nodeTests } from './check/node-tests.js';
import { realFiles } from './check/real-files.js';
import { failedFiles, joined, nothing, replaced, tellFailures } from './check/report.js';
import { installWhenMissing } from './node/dependencies.js';
import { runNode, script } from './node/run.js';

const own = new Set(['--browser=chromium', '--browser=firefox', '--isolated', '--no-build', '--real']);
/** More files with failures than this are no accident. */
const MOST_AGAIN = 5;

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

  const env = {
    TEST_BROWSER: browser,
    [`${browser.toUpperCase()}_PATH`]: executable,
    ...(given.includes('--isolated') && { TEST_ISOLATED: '1' }),
  };
  const chosen = given.filter((argument) => !own.has(argument));
  if (given.includes('--real')) chosen.push('--files', ...(await realFiles()));
  const ofNode = chosen.length ? nothing() : await nodeTests(await nodeTestFiles(browser));
  let report = joined(ofNode, await pageTests(chosen, env));

  const again = failedFiles(report);
  if (process.env.CI && again.length > 0 && again.length <= MOST_AGAIN) {
    tellFailures('Failed, and run again:', report);
    const first = report;
    const inNode = again.filter((file) => file.endsWith('.js'));
    const inPage = again.filter((file) => file.endsWith('.ts'));
    const second = joined(
      inNode.length ? await nodeTests(inNode) : nothing(),
      inPage.length ? await pageTests(['--files', ...inPage], env) : nothing(),
    );
    report = replaced(first, second);
    const passed = first.failures.filter(
      ({ file, title }) => !second.failures.some((each) => each.file === file && each.title === title),
    );
    tellFailures('Passed only the second time:', { failures: passed });
  }
  tellFailures('Failed:', report);
  const skipped = report.skipped ? `, ${report.skipped} skipped` : '';
  console.log(`\n${report.passed} passed, ${report.failed} failed${skipped}`);
  process.exitCode = Math.min(report.failed, 1);
});

/**
 * Runs tests in a browser.
 *
 * @param {string[]} args - for web-test-runner.
 * @param {Record<string, string>} env
 * @returns {Promise<import('./check/report.js').Report>}
 */
async function pageTests(args, env) {
  const folder = await mkdtemp(join(tmpdir(), 'rivulet-tests-'));
  const file = join(folder, 'report.json');
  try {
    const code = await runNode('node_modules/@web/test-runner/dist/bin.js', ['--static-logging', ...args], {
      env: { ...env, TESTS_REPORT: file },
    });
    const report = await readFile(file, 'utf8').then(JSON.parse, nothing);
    if (code === 0 || report.failed > 0) return report;
    const failure = { file: 'web-test-runner', title: args.join(' '), message: `exit code ${code}` };
    return { ...report, failed: 1, failures: [failure] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
