/** What the package is on a server: imported by its name, as a page is that is rendered there. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { init, parse } from 'es-module-lexer/minimal/js';
import { build } from 'esbuild';
import { createServer } from 'vite';

let folder;

before(async () => {
  await init;
  folder = await mkdtemp(join(tmpdir(), 'rivulet-server-'));
  await mkdir(join(folder, 'node_modules'));
  await symlink(resolve('.'), join(folder, 'node_modules/rivulet'), 'dir');
});

after(() => rm(folder, { recursive: true, force: true }));

/** Runs a module in a folder that has the package. @returns what it wrote, as JSON. */
const run = (code, ...options) =>
  new Promise((done, fail) =>
    execFile(
      process.execPath,
      [...options, '--input-type=module', '-e', code],
      { cwd: folder },
      (error, stdout, stderr) =>
        error || stderr ? fail(error ?? new Error(stderr)) : done(JSON.parse(stdout)),
    ),
  );

/** A module that tells what comes of each expression, or the error that it throws. */
const telling = (...expressions) => `import * as rv from 'rivulet';
  const told = [${expressions.map((expression) => `() => ${expression}`)}].map((call) => {
    try { return String(call()); } catch (error) { return error.name + ': ' + error.message; }
  });
  console.log(JSON.stringify(told));`;

const ENTRIES = ['rivulet', 'rivulet/jsx', 'rivulet/react', 'rivulet/preact', 'rivulet/solid', 'rivulet/vue'];

for (const entry of ENTRIES)
  test(`${entry} has in Node the names that it has in a browser, and adds none to those of Node`, async () => {
    const [, exports] = parse(await readFile('dist/rivulet.js', 'utf8'));
    const [names, globals] = await run(`const before = Object.getOwnPropertyNames(globalThis);
      const names = Object.keys(await import('${entry}'));
      const globals = Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name));
      console.log(JSON.stringify([names, globals]));`);
    assert.deepEqual(names.sort(), exports.map(({ n }) => n).sort());
    assert.ok(names.includes('Interface') && names.includes('on'));
    assert.deepEqual(globals, []);
  });

test('what needs a browser says so, by the name that it was called by', async () => {
  const told = await run(
    telling(
      'new rv.Number({ value: 3 })',
      "rv.on('load', {})",
      'new (class Own extends rv.Textbox {})()',
      'rv.Interface.name',
      '({}) instanceof rv.JSON',
    ),
  );
  assert.match(told[0], /^RivuletError: new rv\.Number\(\) needs a browser: on a server, .*onMounted/);
  assert.match(told[1], /^RivuletError: rv\.on\(\) needs a browser: /);
  assert.match(told[2], /^RivuletError: new rv\.Textbox\(\) needs a browser: /);
  assert.deepEqual(told.slice(3), ['Interface', 'false']);
});

test('what asks nothing of a browser works: errors, settings, and the names of handlers', async () => {
  const told = await run(
    telling(
      "rv.configure({ assets: '/assets/' })",
      "rv.handlers(() => new Worker('never made')).shout.name",
      "new rv.ValueError('No', { target: 'rv.Number' }) instanceof rv.RivuletError",
      "new rv.ValueError('No', { target: 'rv.Number' }).target",
    ),
  );
  assert.deepEqual(told, ['undefined', 'shout', 'true', 'rv.Number']);
});

test('in a page the build for servers says what to do about the bundler that took it', async () => {
  const [told] = await run(`globalThis.document = {};\n${telling('new rv.Number()')}`);
  assert.match(told, /needs a browser: this is the build of Rivulet for servers\. .*"browser"/);
});

test('rivulet/worker can be imported, and serves nobody: a file of handlers is tested by calling them', async () => {
  const told = await run(`import { serve } from 'rivulet/worker';
    const double = (x) => 2 * x;
    serve({ double });
    console.log(JSON.stringify(double(4)));`);
  assert.equal(told, 8);
});

for (const [condition, file] of [
  ['workerd', 'rivulet.node.js'],
  ['edge-light', 'rivulet.node.js'],
  ['browser', 'rivulet.js'],
])
  test(`the condition ${condition}, beside that of Node, takes ${file}`, async () => {
    const resolved = "console.log(JSON.stringify(import.meta.resolve('rivulet')))";
    assert.ok((await run(resolved, '--conditions', condition)).endsWith(`/dist/${file}`));
  });

for (const [platform, file] of [
  ['browser', 'dist/rivulet.js'],
  ['neutral', 'dist/rivulet.js'],
  ['node', 'dist/rivulet.node.js'],
])
  test(`esbuild for the platform ${platform} takes ${file}`, async () => {
    const { metafile } = await build({
      stdin: { contents: "import 'rivulet'", resolveDir: folder },
      platform,
      bundle: true,
      format: 'esm',
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    assert.deepEqual(
      Object.keys(metafile.inputs).filter((name) => /dist\/rivulet\.(node\.)?js$/.test(name)),
      [file],
    );
  });

test('Vite takes the build for browsers into the page, and the other one into what renders it', async () => {
  const vite = await createServer({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false },
    ssr: { noExternal: ['rivulet'] },
  });
  try {
    const taken = async (environment) =>
      (await vite.environments[environment].pluginContainer.resolveId('rivulet', join(folder, 'page.js'))).id;
    assert.match(await taken('ssr'), /\/dist\/rivulet\.node\.js$/);
    assert.match(await taken('client'), /\/rivulet\.js(\?|$)/);
  } finally {
    await vite.close();
  }
});
