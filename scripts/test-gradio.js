/**
 * `npm run test:gradio`: brings Gradio where it is not there yet, and runs the tests against a real server. `--install` does
 * the first alone. Without Python or PyPI they are left out, and one line says so.
 */
import './node/version.js';
import { fileURLToPath } from 'node:url';
import { installGradio } from './gradio/python.js';
import { runNode, script } from './node/run.js';

await script(async () => {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  const why = await installGradio();
  if (why) console.log(`Tests against a Gradio server are left out: it cannot be installed (${why})`);
  else if (!process.argv.includes('--install'))
    process.exitCode = await runNode('scripts/test.js', [
      ...process.argv.slice(2),
      '--files',
      'test/gradio/**/*.test.ts',
    ]);
});
