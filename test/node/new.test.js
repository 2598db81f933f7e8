/** `npm run new`, in a copy of the project: what it writes is as it has to be, and what is there it leaves alone. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

const KEPT = ['src', 'workers', 'test', 'demos', 'docs', 'scripts', 'biome.json'];
const CONFIGS = ['package.json', 'package-lock.json', 'custom-elements-manifest.config.js'];
const TYPES = ['tsconfig.json', 'tsconfig.page.json'];

const NAMES = ['rating', 'big-number', 'ornament'];

let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rivulet-new-'));
  for (const name of [...KEPT, ...CONFIGS, ...TYPES]) await cp(name, join(folder, name), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'dir');
});

after(() => rm(folder, { recursive: true, force: true }));

/** Runs a script of the copy. @returns its exit code and all that it said. */
function run(...args) {
  return new Promise((done) =>
    execFile(process.execPath, args, { cwd: folder }, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, said: (stdout + stderr).trim() }),
    ),
  );
}

const files = async () =>
  (await readdir(folder, { recursive: true })).filter((name) => !/node_modules/.test(name));

test('it refuses names that are none, and says what came and what is expected', async () => {
  const before = await files();
  for (const [args, words] of [
    [[], /^No name was given; it takes small letters, digits and hyphens, such as color-picker/],
    [['ColorPicker'], /^The name is "ColorPicker"; it takes small letters/],
    [['-x'], /^The name is "-x"; it takes/],
    [['../x'], /^The name is "\.\.\/x"; it takes/],
    [['thing', 'toy'], /^The kind is "toy"; there are control, display, plain\.$/],
    [['checkbox'], /^There is src\/components\/checkbox already; a new component has another name\.$/],
    [['hello-world'], /^There is demos\/hello_world already/],
    [['audio-player'], /^<riv-audio-player> is in src\/components\/.* already/],
    [['progress'], /^rv\.Progress is something else already/],
  ]) {
    const { code, said } = await run('scripts/new.js', ...args);
    assert.match(said, words);
    assert.equal(code, 1);
  }
  assert.deepEqual(await files(), before);
});

test('it writes components of each kind, one line elsewhere, and what is generated', async () => {
  for (const args of [
    ['big-number', 'display', '--no-docs'],
    ['ornament', 'plain', '--no-docs'],
    ['rating'],
  ]) {
    const { code, said } = await run('scripts/new.js', ...args);
    const name = args[0];
    assert.match(said, new RegExp(`^Written: src/components/${name}/${name}\\.ts, `));
    assert.equal(said.includes('\nWritten: docs/'), args.length === 1, said);
    assert.equal(code, 0);
  }
  const index = await readFile(join(folder, 'src/components/index.ts'), 'utf8');
  assert.match(
    index,
    /BarPlot as .*\n.*RivBigNumber as BigNumber.*'\.\/big-number\/big-number\.ts'.*\n.*RivBrowserState as/,
  );
  const page = await readFile(join(folder, 'docs/reference/components.md'), 'utf8');
  for (const tag of ['riv-rating', 'riv-big-number', 'riv-ornament'])
    assert.ok(page.includes(`\`<${tag}>\` ·`));
});

test('what it has written compiles, and is formatted and linted', async () => {
  const include = NAMES.map((name) => `test/**/${name.replace('-', '?')}*.ts`);
  await writeFile(
    join(folder, 'tsconfig.new.json'),
    JSON.stringify({ extends: './tsconfig.page.json', include }),
  );
  const tsc = await run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.new.json');
  assert.equal(tsc.said, '');
  const biome = 'node_modules/@biomejs/biome/bin/biome';
  for (const name of NAMES) {
    const spelled = name.replace('-', '_');
    const own = (await files()).filter(
      (file) => file.includes(`/${name}.`) || file.endsWith(`/${spelled}.ts`),
    );
    const checked = await run(biome, 'check', '--error-on-warnings', ...own);
    assert.equal(checked.code, 0, checked.said);
    for (const file of [...own, `demos/${spelled}/index.html`])
      assert.doesNotMatch(await readFile(join(folder, file), 'utf8'), /thing.?name/i);
  }
});
