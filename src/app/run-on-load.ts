/** @file Runs a binding once, as soon as its app is ready and in view. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Binding } from '../bind/binding/binding.ts';
import type { App } from '../page/around.ts';

/**
 * Runs a binding once, as soon as its app is ready and in view.
 *
 * @param binding - gives what is bound by then; `null` when nothing is.
 * @returns whether it has run.
 */
export async function runOnLoad(app: App, binding: () => Binding | null): Promise<boolean> {
  await app.ready;
  await new Promise<void>((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(app);
  });
  const bound = binding();
  bound?.trigger({ target: app.id || app.localName, name: 'load', data: null });
  return bound !== null;
}

/** An app that may ask for its own handler to be run. */
type LoadingApp = App & ReactiveControllerHost & { runOnLoad: boolean; readonly binding: Binding | null };

/** Runs the app's own handler once, when the app asks for it. */
export class LoadRun implements ReactiveController {
  readonly #host: LoadingApp;
  #ran = false;

  constructor(host: LoadingApp) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const host = this.#host;
    if (!host.runOnLoad || this.#ran) return;
    this.#ran = true;
    void runOnLoad(host, () => host.binding).then((ran) => (this.#ran = ran));
  }
}
