import type { Bridge } from '../bridge/bridge.ts';
import type { Port } from '../shared/port.ts';
import { isSurface } from './sink.ts';

/** The canvases of a stream's outputs that its worker paints by itself. */
export class Surfaces {
  readonly #bridge: Bridge;
  readonly #names: (number | null)[];

  /** @param signal - the run's: what arrives after it was stopped is not shown. */
  constructor(bridge: Bridge, outputs: readonly Port[], signal: AbortSignal) {
    this.#bridge = bridge;
    this.#names = outputs.map((port) => {
      if (!isSurface(port)) return null;
      const canvas = port.openSurface();
      return (
        canvas && bridge.openSurface(canvas, (width, height) => signal.aborted || port.painted(width, height))
      );
    });
  }

  /** One entry for each output, as a run needs it. */
  names(): readonly (number | null)[] {
    return this.#names;
  }

  close(): void {
    for (const name of this.#names) if (name !== null) this.#bridge.closeSurface(name);
  }
}
