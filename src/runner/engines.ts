/** @file Loads the engines of one worker. */

import { AssetError } from '../shared/errors.ts';
import type { EngineHost, EngineModule, EngineName, EnginePlaces } from '../shared/engines.ts';

type Import = (name: EngineName, places: EnginePlaces) => Promise<unknown>;

/** What a bundler may have done. */
const LEFT_OUT =
  'If a bundler has left it out, copy the folder engines/ of node_modules/rivulet/dist into the folder that ' +
  'rv.configure({ assets }) names';

/** The engines of one worker: each is loaded when a handler first asks for it, and kept. */
export class Engines {
  readonly places: EnginePlaces;
  readonly #import: Import;
  readonly #loaded = new Map<EngineName, Promise<EngineModule>>();
  readonly #modules = new Map<EngineName, EngineModule>();

  constructor(places: EnginePlaces, importEngine: Import) {
    this.places = places;
    this.#import = importEngine;
  }

  /**
   * Gives what a handler uses of an engine during one run. A failure is not remembered.
   *
   * @throws {AssetError} when its script cannot be loaded; the browser's own error is its `cause`.
   */
  async open<Engine>(name: EngineName, host: EngineHost): Promise<Engine> {
    let loading = this.#loaded.get(name);
    if (!loading) {
      loading = this.#load(name);
      this.#loaded.set(name, loading);
      loading.catch(() => this.#loaded.delete(name));
    }
    return (await loading).open(host) as Engine;
  }

  /** The script of an engine that is loaded by now. */
  loaded(name: EngineName): EngineModule | undefined {
    return this.#modules.get(name);
  }

  /** No handler runs any more: what they have left going is ended. */
  rest(): void {
    for (const module of this.#modules.values()) module.rest?.(this.places.folders);
  }

  /** Lets go of what the engines hold. */
  close(): void {
    for (const loading of this.#loaded.values())
      void loading.then(
        (engine) => engine.close?.(this.places.folders),
        () => undefined,
      );
    this.#loaded.clear();
  }

  async #load(name: EngineName): Promise<EngineModule> {
    try {
      const module = (await this.#import(name, this.places)) as EngineModule;
      this.#modules.set(name, module);
      return module;
    } catch (cause) {
      const script = this.places.scripts[name];
      const url = 'url' in script ? script.url : '';
      const words = `The script of ctx.${name}${url && ` (${url})`} could not be loaded`;
      throw new AssetError(`${words}: ${(cause as Error).message}. ${LEFT_OUT}`, { url, cause });
    }
  }
}

/** Imports an engine's script from where the page says. @param load - `import` of the thread in question. */
export function importFrom(load: (url: string) => Promise<unknown>): Import {
  return async (name, { scripts }) => {
    const script = scripts[name];
    if ('url' in script) {
      const { url, or } = script;
      return load(url).catch((error) => (or && or !== url ? load(or) : Promise.reject(error)));
    }
    const url = URL.createObjectURL(new Blob([script.text], { type: 'text/javascript' }));
    try {
      return await load(url);
    } finally {
      URL.revokeObjectURL(url);
    }
  };
}
