import type { Recording, StreamPort, StreamState, StreamStats } from '../../../src/shared/port.ts';
import type { Input } from '../../../src/shared/protocol.ts';
import { FakePort } from './fake-port.ts';

/** A component that records numbered chunks: 0, 1, 2 … each time it is asked. */
export class FakeRecorder extends FakePort implements StreamPort {
  streamStats: StreamStats = { captured: 0, delivered: 0, dropped: 0, fps: 0, latency: 0 };
  readonly states: StreamState[] = [];
  readonly limits: ({ endsAt: number; seconds: number } | null)[] = [];
  readonly #followers = new Set<(recording: Recording) => Promise<void>>();
  #ended = new AbortController();
  #cancelled = new AbortController();
  #taken = 0;
  shown: Promise<void> = Promise.resolve();
  /** True: no chunk comes when asked for, until `resume`. */
  stalled = false;
  /** True: chunks join, as sound does. */
  joins = false;
  #resume: (() => void)[] = [];
  /** How often somebody wanted to read the frames by himself. */
  asked = 0;

  get streamState(): StreamState {
    return this.states.at(-1) ?? 'closed';
  }
  set streamState(state: StreamState) {
    this.states.push(state);
    this.dispatchEvent(new CustomEvent('state'));
  }

  onRecord(follow: (recording: Recording) => Promise<void>): () => void {
    this.#followers.add(follow);
    return () => this.#followers.delete(follow);
  }
  showLimit(limit: { endsAt: number; seconds: number } | null): void {
    this.limits.push(limit);
  }

  /** Presses Record; resolves or rejects when all followers are done. */
  record(): Promise<unknown> {
    this.#ended = new AbortController();
    this.#cancelled = new AbortController();
    const recording: Recording = {
      ended: this.#ended.signal,
      cancelled: this.#cancelled.signal,
      joins: this.joins,
      visible: () => this.shown,
      frames: () => {
        this.asked++;
        return null;
      },
      take: async (): Promise<Input | null> => {
        if (this.stalled) await new Promise<void>((resolve) => this.#resume.push(resolve));
        return this.#ended.signal.aborted ? null : { kind: 'value', value: this.#taken++ };
      },
      remote: () => ({ kind: 'value', value: null }),
    };
    const followed = Promise.all([...this.#followers].map((follow) => follow(recording)));
    return followed.finally(() => (this.streamState = 'closed'));
  }
  /** Gives the chunks that were asked for meanwhile, and all later ones at once. */
  resume(): void {
    this.stalled = false;
    for (const go of this.#resume.splice(0)) go();
  }
  /** Presses Stop. */
  stop(): void {
    this.#ended.abort(new DOMException('Stop', 'AbortError'));
  }
  /** Presses Stop again. */
  giveUp(): void {
    this.stop();
    this.#cancelled.abort(new DOMException('Stop', 'AbortError'));
  }

  /** Resolves when the state has become `state`, `count` times in all. */
  reached(state: StreamState, count = 1): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.states.filter((each) => each === state).length < count) return;
        this.removeEventListener('state', look);
        resolve();
      };
      this.addEventListener('state', look);
      look();
    });
  }
}
