/**
 * The test command `native-ffmpeg`: runs the system's own ffmpeg, the oracle for ours, in an empty folder. Payload:
 * `{ args, files }`, files by name in base64; an argument that starts with `/shared/` is a file of sample media. Gives
 * back what it wrote to standard output, or `null` where there is no ffmpeg. It fails as ffmpeg does.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export function nativeFFmpeg() {
  return {
    name: 'native-ffmpeg',
    async executeCommand({ command, payload }) {
      if (command !== 'native-ffmpeg') return undefined;
      const folder = await mkdtemp(join(tmpdir(), 'native-ffmpeg-'));
      try {
        for (const [name, data] of Object.entries(payload.files ?? {}))
          await writeFile(join(folder, name), Buffer.from(data, 'base64'));
        const args = payload.args.map((arg) =>
          arg.startsWith('/shared/') ? resolve('..', arg.slice(1)) : arg,
        );
        const { stdout } = await run('ffmpeg', ['-v', 'error', '-nostdin', ...args], {
          cwd: folder,
          maxBuffer: 2 ** 26,
        });
        return stdout;
      } catch (error) {
        if (error.code === 'ENOENT') return null;
        throw error;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
