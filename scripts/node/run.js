/** Child processes for the scripts. */
import { spawn } from 'node:child_process';

/**
 * Runs a command to its end, with the same output as this process.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options] `quiet` shows the output only when it fails.
 * @returns {Promise<number>} its exit code.
 */
export function run(command, args, { env, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      env: { ...process.env, ...env },
    });
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code ?? 1);
    });
  });
}

/** Runs a script of an installed package with this Node. */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}

/** Runs npm: the one that runs this script, or the one on the PATH. */
export function runNpm(args, options) {
  const script = process.env.npm_execpath;
  if (script && /\.[cm]?js$/.test(script)) return runNode(script, args, options);
  // On Windows npm is a batch file, which only a shell starts.
  return process.platform === 'win32'
    ? run('cmd', ['/d', '/s', '/c', 'npm', ...args], options)
    : run('npm', args, options);
}

/**
 * Runs the main function of a script: what it throws for the reader's ears ({@link Told}) is said in a line, and ends the
 * script with exit code 1.
 *
 * @param {() => Promise<void>} main
 */
export async function script(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Told)) throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}

/** What the reader can do something about; its stack would only be in the way. */
export class Told extends Error {}
