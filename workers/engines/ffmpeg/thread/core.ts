/** @file ffmpeg's core in the thread that it blocks while it runs. */

import type { CoreCode, CoreModule, FromCore } from './core-types.ts';
import { mend } from './file-system.ts';
import { takeRuns } from './run-files.ts';
import { Script } from './script.ts';
import { deepen } from './stack.ts';
import { ThreadScript, limitPool, pretendCores } from './threads.ts';

type Create = (options: {
  instantiateWasm(
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): Record<string, never>;
  mainScriptUrlOrBlob?: string;
}) => Promise<CoreModule>;

const send = (message: FromCore) => postMessage(message);

/** Makes a core that nobody has used. */
let make: () => Promise<CoreModule> = () => Promise.reject(new Error('it was not started'));

/** The core that was made and not used yet. */
let fresh: Promise<CoreModule> | null = null;

Object.assign(globalThis, {
  // The core would reach servers through WebSockets, and waits for good where none answers.
  WebSocket: class {
    constructor() {
      throw new Error('ffmpeg has no network here');
    }
  },
  // The class's worker imports a core by its URL, and makes one with each `load()`. Ours has come as it is.
  importScripts: () => undefined,
  createFFmpegCore: () =>
    (fresh ??= make().catch((error) => {
      fresh = null;
      throw error;
    })),
});

// This listens before the class's worker does.
addEventListener('message', (event: MessageEvent<{ start: CoreCode } | { type: string }>) => {
  const { data } = event;
  if ('start' in data) {
    event.stopImmediatePropagation();
    start(data.start).then(
      () => send({ ready: true }),
      (error) => send({ failed: String(error?.message ?? error) }),
    );
  } else if (data.type !== 'LOAD') fresh = null;
});

send({ alive: true });

/** @throws when the script or the wasm is not what it should be. */
async function start(code: CoreCode): Promise<void> {
  const { script, url, threads } = code;
  const module = new Script<{ default: Create }>(script, url);
  const own = threads && new ThreadScript(threads);
  try {
    const create = (await module.import()).default;
    if (typeof create !== 'function') throw new Error(`${url} is not the script of @ffmpeg/core`);
    if (threads) pretendCores(threads, script);
    make = () => makeCore(create, code, own?.place(module.url));
    await (fresh = make());
  } finally {
    module.revoke();
    own?.revoke();
  }
}

/** @param place - of the scripts of the multithreaded core's threads. */
async function makeCore(create: Create, { script, wasm }: CoreCode, place?: string): Promise<CoreModule> {
  const core = await new Promise<CoreModule>((resolve, reject) => {
    const options: Parameters<Create>[0] = {
      instantiateWasm: (imports, receive) => {
        WebAssembly.instantiate(wasm, imports).then((instance) => receive(instance, wasm), reject);
        return {};
      },
    };
    if (place) options.mainScriptUrlOrBlob = place;
    create(options).then(resolve, reject);
  });
  deepen(core, script);
  if (core.PThread) limitPool(core, core.PThread);
  mend(core.FS);
  const written = takeRuns(core.FS);
  for (const name of ['exec', 'ffprobe'] as const) {
    const call = core[name];
    core[name] = (...args) => {
      const code = call(...args);
      send({ ended: { heap: core.HEAP8.length, ...written(code) } });
      return code;
    };
  }
  return core;
}
