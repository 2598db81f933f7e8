/**
 * The test command `native-ffmpeg`: runs the system's own ffmpeg, the oracle for ours, in an empty folder. Payload:
 * `{ args, files }`, files by name in base64. Gives back the text that it wrote into `out.txt`. It fails as ffmpeg does.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export function nativeFFmpeg() {
  return {
    name: 'native-ffmpeg',
    async executeCommand({ command, payload }) {
      if (command !== 'native-ffmpeg') return undefined;
      const folder = await mkdtemp(join(tmpdir(), 'native-ffmpeg-'));
      try {
        for (const [name, data] of Object.entries(payload.files))
          await writeFile(join(folder, name), Buffer.from(data, 'base64'));
        await run('ffmpeg', ['-v', 'error', '-nostdin', ...payload.args], { cwd: folder });
        return await readFile(join(folder, 'out.txt'), 'utf8');
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
