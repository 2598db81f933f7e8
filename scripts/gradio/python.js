/**
 * A Python with Gradio 6, for the tests against a real server: in a folder of the user's cache, so that it is made once and
 * lies outside of the repository.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** What the tests were written against. */
const VERSION = '6.31.0';
/** Milliseconds after which the installation is given up: some networks have no PyPI. */
const PATIENCE = 480_000;

const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'rivulet-gradio', VERSION);
const python = join(folder, 'bin', 'python');
/** Written when all is there: an installation may have been interrupted. */
const whole = join(folder, 'whole');

/** The Python that has Gradio; `null` when there is none. `GRADIO_PYTHON` names one of the user's own. */
export async function findGradio() {
  if (process.env.GRADIO_PYTHON) return process.env.GRADIO_PYTHON;
  return existsSync(whole) ? python : null;
}

/** Makes it where there is none. @returns {Promise<string | null>} why it could not be had; `null` when it is there. */
export async function installGradio() {
  if (await findGradio()) return null;
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await run('python3', ['-m', 'venv', folder]);
    const pip = ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', `gradio==${VERSION}`];
    await run(python, pip, { timeout: PATIENCE });
    await writeFile(whole, '');
    return null;
  } catch (error) {
    return String(error.stderr || error.message)
      .trim()
      .split('\n')
      .at(-1);
  }
}
