/** @file Takes the canvases of a stream's outputs that its worker paints by itself. */

import type { LentBridge } from '../../bridge/pool.ts';
import type { Port } from '../../shared/port.ts';
import { isSurface } from '../run/sink.ts';

/** The canvases of a stream's outputs that its worker paints by itself. */
export class StreamSurfaces {
  readonly #names: (number | null)[];
  readonly #ends: (() => void)[] = [];

  /** @param signal - the run's: what arrives after it was stopped is not shown. */
  constructor(bridge: LentBridge, outputs: readonly Port[], signal: AbortSignal) {
    this.#names = outputs.map((port) => {
      if (!isSurface(port)) return null;
      const canvas = port.openSurface();
      if (!canvas) return null;
      const name = bridge.openSurface(canvas, () => {
        if (!signal.aborted) void port.painted(canvas);
      });
      this.#ends.push(() => {
        bridge.closeSurface(name);
        port.closeSurface(canvas);
      });
      return name;
    });
  }

  /** One entry for each output, as a run needs it. */
  names(): readonly (number | null)[] {
    return this.#names;
  }

  close(): void {
    for (const end of this.#ends) end();
  }
}
