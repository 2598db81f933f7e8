/** @file Runs an Interface for its examples, and keeps what came of each. */

import type { Binding } from '../../bind/binding/binding.ts';
import type { Component } from '../shortcuts.ts';
import { isState } from '../shortcuts.ts';
import { rowsOf } from '../examples/example-rows.ts';

/** An Interface, as far as its examples are run. */
interface ExamplesApp extends HTMLElement {
  readonly examples: readonly unknown[] | null;
  readonly inputs: Component[];
  readonly additionalInputs: Component[];
  readonly outputs: Component[];
  readonly cacheExamples: boolean | 'lazy';
  readonly preloadExample: number | null;
  readonly binding: Binding | null;
  run(): void;
}

/** The runs of the examples of one Interface. What is kept is kept as long as the page is open. */
export class ExampleRuns {
  readonly #app: ExamplesApp;
  readonly #kept = new Map<number, unknown[]>();

  constructor(app: ExamplesApp) {
    this.#app = app;
    if (this.#inputs.some(isState) && app.cacheExamples)
      console.warn('The results of examples cannot be kept where a State goes with them: each is run', app);
  }

  /** Fills the inputs with the first example where that is wished, and runs all where their results are to be kept. */
  async begin(view: (HTMLElement & { fill(index: number): void }) | null): Promise<void> {
    const { cacheExamples, preloadExample } = this.#app;
    if (cacheExamples === true && this.#keeps) await this.#runAll();
    const unset = this.#inputs.every(({ value }) => value === null || value === '' || value === undefined);
    const first = preloadExample ?? (cacheExamples === true && unset ? 0 : -1);
    if (first >= 0) view?.fill(first);
  }

  /** Shows what was kept of an example that was picked; else runs it. */
  pick(index: number, row: readonly unknown[]): void {
    const { outputs, binding, cacheExamples } = this.#app;
    const kept = this.#kept.get(index);
    if (kept) {
      outputs.forEach((output, at) => output.fromHandler(kept[at]));
      return;
    }
    if (cacheExamples && this.#keeps && binding) this.#keepNext(index, row, binding);
    this.#app.run();
  }

  get #inputs(): Component[] {
    return [...this.#app.inputs, ...this.#app.additionalInputs];
  }

  get #keeps(): boolean {
    return !this.#inputs.some(isState);
  }

  /** Keeps what the outputs show after the next run, where nobody has changed the inputs meanwhile. */
  #keepNext(index: number, row: readonly unknown[], binding: Binding): void {
    const keep = (event: Event) => {
      const { outcome } = (event as CustomEvent<{ outcome: string }>).detail;
      const same = this.#inputs.every(({ value }, at) => at >= row.length || value === row[at]);
      if (outcome === 'success' && same)
        this.#kept.set(
          index,
          this.#app.outputs.map(({ value }) => value),
        );
    };
    binding.addEventListener('end', keep, { once: true });
  }

  async #runAll(): Promise<void> {
    const { binding, examples } = this.#app;
    const rows = rowsOf(examples ?? [], this.#inputs);
    for (const [index, row] of rows.entries()) {
      if (this.#app.binding !== binding) return; // the app has left, or is another by now
      try {
        const values = this.#inputs.map(({ value }, at) => (at < row.length ? row[at] : value));
        for await (const message of binding?.submit(values) ?? [])
          if (message.type === 'data') this.#kept.set(index, message.data);
      } catch (error) {
        console.warn(`Example ${index} could not be run`, error);
      }
    }
  }
}
