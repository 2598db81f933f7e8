/** What the commands of the README say when something is in their way, each in a copy of the scripts with nothing else. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rivulet commands '));
  await cp('scripts', join(folder, 'scripts'), { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
});

after(() => rm(folder, { recursive: true, force: true }));

/** Runs a script of the copy, with npm out of reach. @returns its exit code and all that it said. */
function run(name, { args = [], env = {}, execArgv = [] } = {}) {
  const own = { ...process.env, PATH: folder, npm_execpath: '', CHROMIUM_PATH: '', PORT: '', ...env };
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      [...execArgv, join(folder, 'scripts', name), ...args],
      { cwd: folder, env: own, timeout: 60_000 },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, said: (stdout + stderr).trim() }),
    ),
  );
}

/** Writes what npm would: the wanted packages, and its list of those that are there. */
async function installation(wanted, installed) {
  const list = (packages) =>
    JSON.stringify({
      packages: Object.fromEntries(packages.map(([name, version]) => [`node_modules/${name}`, { version }])),
    });
  await rm(join(folder, 'node_modules'), { recursive: true, force: true });
  await writeFile(join(folder, 'package-lock.json'), list(wanted));
  if (!installed) return;
  await mkdir(join(folder, 'node_modules'));
  for (const [name] of installed.there ?? installed) {
    await mkdir(join(folder, 'node_modules', name));
    await writeFile(join(folder, 'node_modules', name, 'package.json'), '{}');
  }
  if (!installed.there) await writeFile(join(folder, 'node_modules/.package-lock.json'), list(installed));
}

for (const name of [
  'start.js',
  'test.js',
  'build.js',
  'build-site.js',
  'docs.js',
  'new.js',
  'verify.js',
  'zip.js',
])
  test(`${name} says in one line that Node is too old`, async () => {
    const old = join(folder, 'old.mjs');
    await writeFile(old, "Object.defineProperty(process.versions, 'node', { value: '18.20.8' });");
    const { code, said } = await run(name, { execArgv: ['--import', pathToFileURL(old).href] });
    assert.equal(said, 'Rivulet needs Node 20.19 or newer; this is 18.20.8.');
    assert.equal(code, 1);
  });

test('start.js says that PORT is no port', async () => {
  for (const PORT of ['abc', '70000', '-1', '1.5']) {
    const { code, said } = await run('start.js', { env: { PORT } });
    assert.equal(said, `PORT is "${PORT}"; it takes a number from 0 to 65535.`);
    assert.equal(code, 1);
  }
});

test('start.js says that the port is in use, before it installs or builds anything', async () => {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const { code, said } = await run('start.js', { env: { PORT: String(port) } });
  server.close();
  assert.equal(said, `Port ${port} is in use; PORT chooses another.`);
  assert.equal(code, 1);
});

for (const [what, wanted, installed, words] of [
  ['nothing is installed', [['a', '1.0.0']], null, 'there are none yet'],
  ['an installation was interrupted', [['a', '1.0.0']], { there: [['a']] }, 'did not come to its end'],
  ['a package is older', [['a', '1.1.0']], [['a', '1.0.0']], 'a 1.1.0 is not there'],
  [
    'a package is missing',
    [
      ['a', '1.0.0'],
      ['b', '2.0.0'],
    ],
    [['a', '1.0.0']],
    'b 2.0.0 is not there',
  ],
])
  test(`build.js installs when ${what}, and says so when it cannot`, async () => {
    await installation(wanted, installed);
    const { code, said } = await run('build.js');
    assert.match(said, new RegExp(`^Installing dependencies \\(.*${words}\\)`));
    assert.match(said, /could not be installed/);
    assert.doesNotMatch(said, /\n {4}at /);
    assert.equal(code, 1);
  });

test('test.js says that CHROMIUM_PATH names nothing', async () => {
  await installation([], []);
  const { code, said } = await run('test.js', { env: { CHROMIUM_PATH: join(folder, 'none') } });
  assert.equal(said, `CHROMIUM_PATH is ${join(folder, 'none')}, where there is no file.`);
  assert.equal(code, 1);
});

for (const [given, both] of [
  [[], true],
  [['--browser=chromium'], true],
  [['--browser=firefox'], true],
  [['--files', 'test/x.test.ts'], false],
])
  test(`${['test.js', ...given].join(' ')} runs ${both ? 'the tests without a browser, too' : 'nothing else'}`, async () => {
    await installation([], []);
    const runner = join(folder, 'node_modules/@web/test-runner/dist');
    await mkdir(runner, { recursive: true });
    await writeFile(join(runner, 'bin.js'), 'console.log(process.argv.slice(2));');
    await mkdir(join(folder, 'test/node'), { recursive: true });
    await writeFile(join(folder, 'test/node/one.test.js'), "import { test } from 'node:test'; test('one');");
    // Node's test runner does nothing where it sees that it was started by another one.
    const env = {
      CHROMIUM_PATH: process.execPath,
      FIREFOX_PATH: process.execPath,
      NODE_TEST_CONTEXT: undefined,
    };
    const { code, said } = await run('test.js', { args: ['--no-build', ...given], env });
    assert.match(said, both ? /^1 passed, 0 failed$/m : /^0 passed, 0 failed$/m);
    assert.match(said, both ? /\[ '--static-logging' \]/ : /'--files'/);
    assert.equal(code, 0);
  });
