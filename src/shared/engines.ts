/** @file The interface of engines: libraries that a worker loads when a handler first asks for one. */

/** A large library for handlers, in a script of its own that a worker loads when a handler first asks for it. */
export type EngineName = 'ffmpeg' | 'gradio' | 'onnx' | 'video';

/** A script by its URL, and a second one where it may lie, too; or as text where nothing can be fetched. */
export type EngineScript = { url: string; or?: string } | { text: string };

/** Where a worker finds engines. The page says so: a worker from a blob lies nowhere itself. */
export interface EnginePlaces {
  /** The page's own base URL, against which handlers name models. */
  base: string;
  scripts: Readonly<Record<EngineName, EngineScript>>;
  /**
   * Folders that may hold the library's own files (wasm and what loads it), by the library's name; the first that has
   * them counts. Absolute URLs that end with a slash. Without a place for its multithreaded core, ffmpeg has one thread.
   */
  folders: Readonly<
    Record<'ffmpeg' | 'onnxruntime-web', readonly string[]> & {
      [Name in 'ffmpeg-mt' | 'vega' | 'vega-lite' | 'plotly']?: readonly string[];
    }
  >;
}

/** What an engine is given for each run of a handler. */
export interface EngineHost {
  /** Aborts when the run is stopped or out of time. */
  readonly signal: AbortSignal;
  readonly base: EnginePlaces['base'];
  /** One object for all runs of a worker. */
  readonly folders: EnginePlaces['folders'];
  /** Shows how far a download or a run is: 0…1, `null` for "busy". */
  progress(done: number | null, desc?: string): void;
  /** Tells the user, as a toast, what does not fail the run. */
  notice(message: string): void;
}

/** What the script of an engine exports. What it has loaded stays for the next run; what failed does not. */
export interface EngineModule<Engine = unknown> {
  /** Gives what a handler's context uses. */
  open(host: EngineHost): Engine;
  /** Ends what handlers with these `folders` have left going: none of them runs any more. */
  rest?(folders: EnginePlaces['folders']): void;
  /**
   * Lets go of what the engine holds for hosts with these `folders`; a worker that is terminated does so by itself, but
   * handlers in the page share one copy of the engine.
   */
  close?(folders: EnginePlaces['folders']): void;
}
