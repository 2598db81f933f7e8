/** @file Has a worker follow a camera by itself, and tells it what changes on the page. */

import type { LentBridge } from '../../bridge/pool.ts';
import { dropInputs } from '../../shared/inputs.ts';
import type { Port } from '../../shared/port.ts';
import type { Input, LoopStart } from '../../shared/protocol.ts';

/** What a loop in a worker needs of its stream. */
interface RemoteLoopOptions {
  bridge: LentBridge;
  camera: number;
  inputs: readonly Port[];
  /** Among the inputs: whose frames the worker reads, and what stands in the place of one. */
  recorder: Port;
  frame: Input;
  /** Milliseconds from chunk to chunk, read anew each time. */
  every: () => number;
}

/**
 * Has a worker follow a camera by itself, as long as all other inputs are plain: texts, numbers, booleans, and lists of
 * those. They are sent when they change.
 */
export class RemoteLoop {
  readonly #options: RemoteLoopOptions;
  #sent: Input[] | null;
  #every: number;

  constructor(options: RemoteLoopOptions) {
    this.#options = options;
    this.#sent = this.#read();
    this.#every = options.every();
  }

  /** False where the inputs are not plain: the page reads them for each chunk. */
  get possible(): boolean {
    return this.#sent !== null;
  }

  /** Runs the loop to its end, and watches the inputs meanwhile. */
  async run(work: (inputs: Input[], loop: LoopStart) => Promise<void>): Promise<void> {
    const { bridge, camera, inputs } = this.#options;
    const look = () => bridge.steer(camera, { hidden: document.hidden });
    document.addEventListener('visibilitychange', look);
    const watches = inputs.map((port) => port.watch?.(() => this.refresh()));
    try {
      await work(this.#sent!, { camera, every: this.#every, hidden: document.hidden });
    } finally {
      document.removeEventListener('visibilitychange', look);
      for (const end of watches) end?.();
    }
  }

  /** Makes the next chunk due now. */
  hurry(): void {
    this.refresh();
    this.#options.bridge.steer(this.#options.camera, { hurry: true });
  }

  /** Tells the worker what has become another. */
  refresh(): void {
    const { bridge, camera, every } = this.#options;
    if (!this.#sent) return;
    const inputs = this.#read();
    if (!inputs) bridge.steer(camera, { over: true });
    else if (!inputs.every((input, at) => isSame(input, this.#sent![at]!))) bridge.steer(camera, { inputs });
    this.#sent = inputs;
    if (this.#every === every()) return;
    this.#every = every();
    bridge.steer(camera, { every: this.#every });
  }

  /** The inputs of the next chunk; `null` where one of them is not plain, or cannot be read. */
  #read(): Input[] | null {
    const { inputs, recorder, frame } = this.#options;
    const read: Input[] = [];
    for (const port of inputs) {
      const input = port === recorder ? frame : plainInput(port);
      if (!input) return null;
      read.push(input);
    }
    return read;
  }
}

/** The input of a port that tells of its changes, where it is plain. */
function plainInput(port: Port): Input | null {
  if (!port.watch || port.silent) return null;
  try {
    const input = port.toHandler();
    if (!(input instanceof Promise) && input.kind === 'value') {
      const { value } = input;
      if (!Array.isArray(value) && isPlain(value)) return input;
      if (Array.isArray(value) && value.every(isPlain)) return { ...input, value: [...value] };
    }
    dropInputs([input]);
  } catch {
    // The page reads it again, and tells why it cannot.
  }
  return null;
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** True when two plain inputs say the same. */
function isSame(a: Input, b: Input): boolean {
  if (a === b || a.kind !== 'value' || b.kind !== 'value') return a === b;
  const [one, other] = [a.value, b.value];
  if (!Array.isArray(one) || !Array.isArray(other)) return Object.is(one, other);
  return one.length === other.length && one.every((part, at) => Object.is(part, other[at]));
}
