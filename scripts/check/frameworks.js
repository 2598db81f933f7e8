/**
 * Holds the types of tags against the frameworks themselves: installs the package as it would be published into a folder
 * of its own, beside React, Preact, Solid and Vue, and compiles test/types/frameworks.ts there under `strict`, with all
 * declarations. For after a build; npm fetches the frameworks. `--typescript=5.4` asks that version of the compiler.
 */
import '../node/version.js';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Told, runNode, runNpm, script } from '../node/run.js';

const FRAMEWORKS = ['@types/react@19', 'preact@11', 'solid-js@1', 'vue@3'];

const compilerOptions = {
  target: 'ES2022',
  module: 'ESNext',
  moduleResolution: 'bundler',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  types: [],
  strict: true,
  skipLibCheck: false,
  noEmit: true,
};

await script(async () => {
  process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
  const version = /^--typescript=(.+)$/.exec(process.argv[2] ?? '')?.[1] ?? 'latest';
  const folder = await mkdtemp(join(tmpdir(), 'rivulet-frameworks-'));
  try {
    const npm = async (...args) => {
      if ((await runNpm(args, { quiet: true })) !== 0) throw new Told(`npm ${args.join(' ')} failed`);
    };
    await npm('pack', '--ignore-scripts', '--pack-destination', folder);
    const packed = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
    await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    await npm('install', '--prefix', folder, join(folder, packed), ...FRAMEWORKS, `typescript@${version}`);
    await cp('test/types/frameworks.ts', join(folder, 'frameworks.ts'));
    const config = join(folder, 'tsconfig.json');
    await writeFile(config, JSON.stringify({ compilerOptions, files: ['frameworks.ts'] }));
    const tsc = join(folder, 'node_modules/typescript/bin/tsc');
    process.exitCode = await runNode(tsc, ['-p', config]);
    if (process.exitCode === 0) await runNode(tsc, ['--version']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
