/** ffmpeg itself, in the thread that it blocks while it runs. */
import { type FileSystem, type NamedFile, layOut, written } from './ffmpeg-files.ts';

/** What was downloaded, ready to start as often as needed. */
export interface CoreCode {
  /** The script that drives the wasm, and where it came from. */
  script: string;
  url: string;
  wasm: WebAssembly.Module;
}

/** What a run says while it is on: a line of its log, or the seconds of its result that are done. */
export type Said = { line: string } | { time: number };

/** How a run ended: by itself, or with words of the machine below it. */
export type Ended = { code: number; files: Record<string, Blob> } | { crash: string; memory: boolean };

/** The module that `@ffmpeg/core` makes. */
interface CoreModule {
  FS: FileSystem;
  ret: number;
  exec(...args: string[]): number;
  setTimeout(ms: number): void;
  setLogger(hear: (given: { message: string }) => void): void;
  setProgress(hear: (given: { time: number }) => void): void;
}

type Create = (options: {
  instantiateWasm(
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance) => void,
  ): Record<string, never>;
}) => Promise<CoreModule>;

/**
 * A started core, good for one run: ffmpeg is a program, whose options and clocks stay as they were when it ends. A second
 * run in the same memory would go on with the first one's log level, and its progress would begin at the end.
 */
export class Core {
  readonly #module: CoreModule;

  private constructor(module: CoreModule) {
    this.#module = module;
  }

  /** @throws when the script or the wasm is not what it should be. */
  static async start({ script, url, wasm }: CoreCode): Promise<Core> {
    const create = await importScript(script, url);
    if (typeof create !== 'function') throw new Error(`${url} is not the script of @ffmpeg/core`);
    return new Promise((resolve, reject) => {
      const options: Parameters<Create>[0] = {
        instantiateWasm: (imports, receive) => {
          WebAssembly.instantiate(wasm, imports).then(receive, reject);
          return {};
        },
      };
      create(options).then((module) => resolve(new Core(module)), reject);
    });
  }

  /** Runs ffmpeg to its end, once. */
  async run(
    args: readonly string[],
    files: readonly NamedFile[],
    hear: (said: Said) => void,
  ): Promise<Ended> {
    const { FS } = this.#module;
    this.#module.setLogger(({ message }) => hear({ line: message }));
    this.#module.setProgress(({ time }) => hear({ time: time / 1e6 }));
    try {
      await layOut(FS, files);
      this.#module.setTimeout(-1);
      this.#module.exec('-hide_banner', ...args);
      const code = this.#module.ret;
      return { code, files: code === 0 ? written(FS) : {} };
    } catch (thrown) {
      const { name, message, errno } = thrown as Error & { errno?: number };
      const crash = message || (errno === undefined ? String(thrown) : `error ${errno} of its file system`);
      return { crash, memory: name === 'RangeError' || /memory|allocat/i.test(crash) };
    }
  }
}

/** Imports the text of a script; under a policy that allows no code from blobs, the file that it came from. */
async function importScript(script: string, url: string): Promise<Create> {
  const blob = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  try {
    return (await load(blob).catch(() => load(url))).default;
  } finally {
    URL.revokeObjectURL(blob);
  }
}

const load = (url: string): Promise<{ default: Create }> => import(/* @vite-ignore */ url);
