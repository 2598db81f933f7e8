/** @file Gives a stream its place on its component while it records, among other streams there. */

import type { StreamPort, StreamStats } from '../../shared/port.ts';

/** The end of a run in `performance.now()` ms, and its seconds in all. */
type Limit = NonNullable<Parameters<StreamPort['showLimit']>[0]>;

const boards = new WeakMap<StreamPort, Board>();

/** What the streams that follow one recording say of it: it is open while one of them is. */
class Board {
  readonly seats = new Set<Seat>();
  /** Whose figures are shown: the first that has some, until it leaves. Those of two would take turns. */
  speaker: Seat | null = null;
}

/** The place of one stream on its component; taken when a recording begins, left when it is over. */
export class Seat {
  readonly #port: StreamPort;
  readonly #board: Board;
  #open = false;
  #limit: Limit | null = null;

  constructor(port: StreamPort) {
    this.#port = port;
    let board = boards.get(port);
    if (!board) boards.set(port, (board = new Board()));
    this.#board = board;
    board.seats.add(this);
  }

  /** A run waits for its turn. */
  wait(): void {
    this.#show(false, null);
  }

  /** A run has begun. */
  open(): void {
    this.#show(true, this.#limit);
  }

  /** Shows when the run ends: of several, the one that ends first. */
  limit(limit: Limit | null): void {
    this.#limit = limit;
    const limits = [...this.#board.seats].flatMap((seat) => seat.#limit ?? []);
    this.#port.showLimit(limits.sort((a, b) => a.endsAt - b.endsAt)[0] ?? null);
  }

  /** Figures of the recording so far. */
  stats(stats: StreamStats): void {
    this.#board.speaker ??= this;
    if (this.#board.speaker === this) this.#port.streamStats = stats;
  }

  leave(): void {
    const { seats } = this.#board;
    seats.delete(this);
    if (this.#board.speaker === this) this.#board.speaker = null;
    if (seats.size > 0) this.#tell();
  }

  #show(open: boolean, limit: Limit | null): void {
    this.#open = open;
    this.#limit = limit;
    this.#tell();
  }

  #tell(): void {
    const state = [...this.#board.seats].some((seat) => seat.#open) ? 'open' : 'waiting';
    if (this.#port.streamState !== state) this.#port.streamState = state;
  }
}
