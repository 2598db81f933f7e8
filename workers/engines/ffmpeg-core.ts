/** ffmpeg itself, in the thread that it blocks while it runs. */
import { type FileSystem, type NamedFile, layOut, strays, written } from './ffmpeg-files.ts';
import { Script } from './ffmpeg-script.ts';
import { deepen } from './ffmpeg-stack.ts';
import { type Pool, type Threads, ThreadScript, limitPool, pretendCores } from './ffmpeg-threads.ts';

/** What was downloaded, ready to start as often as needed. */
export interface CoreCode {
  /** The script that drives the wasm, and where it came from. */
  script: string;
  url: string;
  wasm: WebAssembly.Module;
  /** Of the multithreaded core. */
  threads?: Threads;
}

/** What a run says while it is on: a line of its log, or the seconds of its result that are done. */
export type Said = { line: string } | { time: number };

/** How a run ended: by itself, with the bytes of memory that it took and the paths outside of its folder that it wrote to, or with words of the machine below it. */
export type Ended =
  | { code: number; files: Record<string, Blob>; heap: number; strays: string[] }
  | { crash: string; memory: boolean };

/** The module that `@ffmpeg/core` makes. */
export interface CoreModule {
  FS: FileSystem;
  /** All of its memory. */
  HEAP8: Int8Array;
  ret: number;
  /** What the wasm exports, under short names. */
  asm: Record<string, (...given: number[]) => number>;
  /** Of the multithreaded core. */
  PThread?: Pool;
  _malloc(bytes: number): number;
  exec(...args: string[]): number;
  setTimeout(ms: number): void;
  setLogger(hear: (given: { message: string }) => void): void;
  setProgress(hear: (given: { time: number }) => void): void;
}

/** The exit code of a run that did not come to its end. */
const NONE = -1;

type Create = (options: {
  instantiateWasm(
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): Record<string, never>;
  mainScriptUrlOrBlob?: string;
}) => Promise<CoreModule>;

/**
 * ffmpeg, started anew for each run: it is a program, whose options and clocks stay as they were when it ends. A second run
 * in the same memory would go on with the first one's log level, and its progress would begin at the end.
 */
export class Core {
  readonly #create: Create;
  readonly #code: CoreCode;
  /** Whether it runs once: the multithreaded one keeps its workers and its memory. */
  readonly once: boolean;
  #next: Promise<CoreModule> | null = null;

  private constructor(create: Create, code: CoreCode) {
    this.#create = create;
    this.#code = code;
    this.once = code.threads !== undefined;
  }

  /** @throws when the script or the wasm is not what it should be. */
  static async start(code: CoreCode): Promise<Core> {
    const { script, url, threads } = code;
    const module = new Script<{ default: Create }>(script, url);
    const own = threads && new ThreadScript(threads);
    try {
      const create = (await module.import()).default;
      if (typeof create !== 'function') throw new Error(`${url} is not the script of @ffmpeg/core`);
      if (threads) pretendCores(threads, script);
      const core = new Core(create, code);
      await core.prepare(own?.place(module.url));
      return core;
    } finally {
      module.revoke();
      own?.revoke();
    }
  }

  /**
   * Gets ready for the next run, so that it need not wait.
   *
   * @param threads - where those of the multithreaded core come from.
   */
  prepare(threads?: string): Promise<CoreModule> {
    this.#next ??= this.#make(threads);
    return this.#next;
  }

  async #make(threads?: string): Promise<CoreModule> {
    const { script, wasm } = this.#code;
    const module = await new Promise<CoreModule>((resolve, reject) => {
      const options: Parameters<Create>[0] = {
        instantiateWasm: (imports, receive) => {
          WebAssembly.instantiate(wasm, imports).then((instance) => receive(instance, wasm), reject);
          return {};
        },
      };
      if (threads) options.mainScriptUrlOrBlob = threads;
      this.#create(options).then(resolve, reject);
    });
    deepen(module, script);
    if (module.PThread) limitPool(module, module.PThread);
    return module;
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
      let last = '';
      module.setLogger(({ message }) => hear({ line: (last = message) }));
      module.setProgress(({ time }) => hear({ time: time / 1e6 }));
      await layOut(module.FS, files);
      const outside = strays(module.FS);
      module.setTimeout(-1);
      module.exec('-hide_banner', ...args);
      const code = module.ret;
      if (code === NONE) return { crash: last, memory: /OOM/.test(last) };
      return {
        code,
        files: code === 0 ? written(module.FS) : {},
        heap: module.HEAP8.length,
        strays: [...outside],
      };
    } catch (thrown) {
      const { name, message, errno } = thrown as Error & { errno?: number };
      const crash = message || (errno === undefined ? String(thrown) : `error ${errno} of its file system`);
      return { crash, memory: name === 'RangeError' || /memory|allocat/i.test(crash) };
    }
  }
}
