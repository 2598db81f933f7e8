/** The thread that ffmpeg blocks while it runs: a worker inside the handler's, so that the handler still hears a Stop. */
import { Core } from './ffmpeg-core.ts';
import type { FromThread, ToThread } from './ffmpeg-process.ts';

// The core would reach servers through WebSockets, and waits for good where none answers.
Object.defineProperty(globalThis, 'WebSocket', {
  value: class {
    constructor() {
      throw new Error('ffmpeg has no network here');
    }
  },
});

let core: Core | undefined;

const send = (message: FromThread) => postMessage(message);

addEventListener('message', async ({ data }: MessageEvent<ToThread>) => {
  try {
    if ('start' in data) {
      core = await Core.start(data.start);
      send({ ready: true });
    } else {
      send({ ended: await core!.run(data.args, data.files, (said) => send({ said })) });
      if (!core!.once) await core!.prepare();
    }
  } catch (error) {
    send({ failed: String((error as Error)?.message ?? error) });
  }
});
