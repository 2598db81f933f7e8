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

/** How a run ended: by itself, with the bytes of memory that it took, or with words of the machine below it. */
export type Ended =
  | { code: number; files: Record<string, Blob>; heap: number }
  | { crash: string; memory: boolean };

/** The module that `@ffmpeg/core` makes. */
interface CoreModule {
  FS: FileSystem;
  /** All of its memory. */
  HEAP8: Int8Array;
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
 * ffmpeg, started anew for each run: it is a program, whose options and clocks stay as they were when it ends. A second run
 * in the same memory would go on with the first one's log level, and its progress would begin at the end.
 */
export class Core {
  readonly #create: Create;
  readonly #wasm: WebAssembly.Module;
  #next: Promise<CoreModule> | null = null;

  private constructor(create: Create, wasm: WebAssembly.Module) {
    this.#create = create;
    this.#wasm = wasm;
  }

  /** @throws when the script or the wasm is not what it should be. */
  static async start({ script, url, wasm }: CoreCode): Promise<Core> {
    const create = await importScript(script, url);
    if (typeof create !== 'function') throw new Error(`${url} is not the script of @ffmpeg/core`);
    const core = new Core(create, wasm);
    await core.prepare();
    return core;
  }

  /** Gets ready for the next run, so that it need not wait. */
  prepare(): Promise<CoreModule> {
    this.#next ??= new Promise((resolve, reject) => {
      const options: Parameters<Create>[0] = {
        instantiateWasm: (imports, receive) => {
          WebAssembly.instantiate(this.#wasm, imports).then(receive, reject);
          return {};
        },
      };
      this.#create(options).then(resolve, reject);
    });
    return this.#next;
  }

  /** Runs ffmpeg to its end. */
  async run(
    args: readonly string[],
    files: readonly NamedFile[],
    hear: (said: Said) => void,
  ): Promise<Ended> {
    try {
      const module = await this.prepare();
      this.#next = null;
      module.setLogger(({ message }) => hear({ line: message }));
      module.setProgress(({ time }) => hear({ time: time / 1e6 }));
      await layOut(module.FS, files);
      module.setTimeout(-1);
      module.exec('-hide_banner', ...args);
      const code = module.ret;
      return { code, files: code === 0 ? written(module.FS) : {}, heap: module.HEAP8.length };
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
