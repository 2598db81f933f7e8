/** Child processes for the scripts. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

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
      shell: process.platform === 'win32',
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

/** Installs the dependencies when there are none yet. */
export async function installWhenMissing() {
  if (existsSync('node_modules/vite') && existsSync('node_modules/@web/test-runner')) return;
  console.log('Installing dependencies…');
  const code = await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) throw new Error('npm install failed');
}
