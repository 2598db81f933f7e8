import { Bridge } from '../../../src/bridge/bridge.ts';
import type { Aside } from '../../../src/bridge/remote-run.ts';
import { startOwnWorker } from '../../../src/bridge/own-worker.ts';

const never = new AbortController().signal;

/** A handler in a worker of its own, as a page runs it, without the page around it. */
export class HandlerWorker {
  readonly bridge: Bridge;
  /** What the runs have said besides their results. */
  readonly said: Aside[] = [];

  /** @param handler - its source travels: it must stand alone. Its last argument is `ctx`. */
  constructor(handler: (...args: never[]) => unknown) {
    const source = { kind: 'function', name: 'tested', text: String(handler) } as const;
    this.bridge = new Bridge(source, { worker: startOwnWorker(), advice: 'it would not start' });
  }

  /** Runs the handler. @returns its last yield. */
  async run(inputs: unknown[], signal = never): Promise<unknown> {
    await this.bridge.ready;
    const request = {
      inputs: inputs.map((value) => ({ kind: 'value', value }) as const),
      outputs: ['out'],
      event: { target: '', name: 'go', data: null },
    };
    let last: unknown;
    const steps = this.bridge.run(request, signal, (aside) => this.said.push(aside));
    for await (const { values } of steps) last = values[0];
    return last;
  }

  /** The shares of progress that were shown, and the words with them. */
  get shown(): { fraction: number | null; desc?: string }[] {
    return this.said.flatMap((aside) =>
      aside.type === 'progress' ? aside.levels.map(({ fraction = null, desc }) => ({ fraction, desc })) : [],
    );
  }

  close(): void {
    this.bridge.terminate();
  }
}
