/** `npm run verify`: everything that has to hold before a change goes in. Stops at the first thing that does not. */
import './node/version.js';
import { fileURLToPath } from 'node:url';
import { build } from './build.js';
import { installWhenMissing } from './node/dependencies.js';
import { runNode, runNpm, script } from './node/run.js';

await script(async () => {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  await installWhenMissing();

  const biome = 'node_modules/@biomejs/biome/bin/biome';
  const tsc = 'node_modules/typescript/bin/tsc';

  /** @type {[string, () => Promise<number | void>][]} */
  const steps = [
    ['format', () => runNode(biome, ['format', '.'])],
    ['lint', () => runNpm(['run', '--silent', 'lint'])],
    ['page types', () => runNode(tsc, ['-p', 'tsconfig.page.json'])],
    ['worker types', () => runNode(tsc, ['-p', 'tsconfig.worker.json'])],
    ['build', build],
    ['doc comments', () => runNode('scripts/check/docs.js', [])],
    ['tests', () => runNode('scripts/test.js', ['--no-build'])],
  ];

  for (const [name, step] of steps) {
    console.log(`\n— ${name}`);
    if (await step()) {
      console.error(`verify: ${name} failed`);
      process.exit(1);
    }
  }
  console.log('\nverify: all is well');
});
