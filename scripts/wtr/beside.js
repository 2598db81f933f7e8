/**
 * What lies beside the repository or on this system, and need not: `/__beside.json` says whether there is a folder
 * `../shared` of larger real samples, and an ffmpeg. Tests that are not defined for the want of them say so by the
 * command `left-out`; one line at the end says how many they were.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export function beside() {
  const found = {
    shared: existsSync('../shared/media') && existsSync('../shared/models'),
    ffmpeg: !spawnSync('ffmpeg', ['-version']).error,
  };
  const left = new Set();
  return {
    name: 'beside',
    serve: ({ path }) =>
      path === '/__beside.json' ? { type: 'json', body: JSON.stringify(found) } : undefined,
    executeCommand({ command, payload }) {
      if (command !== 'left-out') return undefined;
      left.add(payload);
      return true;
    },
    serverStop() {
      if (left.size === 0) return;
      const wanted = found.shared ? 'no ffmpeg on this system' : 'no ../shared beside the repository';
      console.log(`${left.size} further tests of larger real files are left out: there is ${wanted}.`);
    },
  };
}
