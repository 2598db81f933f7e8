/** @file `Port`: all that bindings know of a component. */

import type { Input } from './protocol.ts';
import type { Status } from './status.ts';

export type { Failure, ProgressLevel, ShowProgress, Stage, Status, Toast } from './status.ts';

/** What an element fires, without bubbling, when it has left the page and was not just moved. */
export const REMOVED = 'riv-removed';

/**
 * All that bindings know of a component, and all that a test must fake.
 * A component fires `input` then `change` for the user's edits and `change` alone for a handler's value.
 */
export interface Port extends EventTarget {
  id: string;
  readonly localName: string;
  status: Status;
  /** True while its value does not answer to the inputs any more: a run failed, an example was taken, a recording began. */
  stale?: boolean;
  /** True when this element takes no part in showing (State, Timer). */
  readonly silent?: boolean;
  /** True when the reader can see it, down to its lower edge: there it says what went wrong with a run. */
  readonly inSight?: boolean;
  /** True when the values of one run are the chunks of one stream. */
  readonly streaming?: boolean;
  /** Gives what a handler is given. May wait for a file that is still being read. @throws {ValueError} */
  toHandler(): Input | Promise<Input>;
  /**
   * Makes an input of a value given by script, checked as this element's own; where absent it goes as it is.
   *
   * @throws {ValueError}
   */
  inputOf?(value: unknown): Input | Promise<Input>;
  /**
   * Shows what a handler gave; fires `change` when it differs.
   *
   * @param over - Given to a `streaming` port. Aborts when the run that gives it is over: what comes with the same
   *   signal is of one run. It has aborted already for the only result of a plain handler.
   * @throws {ValueError}
   */
  fromHandler(value: unknown, over?: AbortSignal): void;
  /** Changes properties, as `ctx.update` asks: `value` like a handler's value, `visible` last. @throws {ValueError} */
  update(props: Record<string, unknown>): void;
  /**
   * Calls back when what `toHandler` gives may have become another; a port that has none is read for each run. Returns a
   * function that ends that.
   */
  watch?(changed: () => void): () => void;
  /** Called once for each binding that reads or writes this element: decides whether it is interactive. */
  use(role: 'input' | 'output'): void;
}

/** State of a stream on its component. */
export type StreamState = 'closed' | 'waiting' | 'open';

/** Figures of a stream: moments that were due, handed over, and passed while the handler was busy. */
export interface StreamStats {
  captured: number;
  delivered: number;
  dropped: number;
  /** Chunks per second over the last 2 s. */
  fps: number;
  /** Seconds from capture to shown, mean over the last 2 s. */
  latency: number;
}

/**
 * One press of Record, made by the component, followed by each stream binding of it.
 * The component owns the device; the binding asks for chunks.
 */
export interface Recording {
  /** Aborts when the input is over (Stop): no new chunk starts; what is in flight ends by itself. */
  readonly ended: AbortSignal;
  /** Aborts when the user gives up (Stop again, element removed): the run is cancelled. */
  readonly cancelled: AbortSignal;
  /** False while the tab is hidden: resolves when it is shown again, or `ended` aborts. */
  visible(): Promise<void>;
  /**
   * A fresh stream of camera frames that may be moved to a worker, or `null` where the browser has none.
   * The receiver owns it and every frame in it.
   */
  frames(): ReadableStream<VideoFrame> | null;
  /** Frames that the device has given since the recording began, where that is known. */
  readonly count?: number;
  /** True when chunks join while the handler is busy (sound); false when the newest wins (pictures). */
  readonly joins: boolean;
  /** True while there is, or may come, something to take; where chunks join it outlives `ended`. */
  readonly pending?: boolean;
  /** The next chunk, as soon as there is one; `null` when the input is over. The caller owns what it holds. */
  take(): Promise<Input | null>;
  /** The input to send when frames are read in the worker from the stream called `camera`. */
  remote(camera: number): Input;
}

/** A component that records: Image with its webcam, Audio with its microphone. */
export interface StreamPort extends Port {
  streamState: StreamState;
  streamStats: StreamStats;
  /**
   * Asks to be told of each recording. While the returned promise is pending the recorder stays open;
   * a rejection ends the recording. Returns a function that ends the subscription.
   */
  onRecord(follow: (recording: Recording) => Promise<void>): () => void;
  /** Shows the time that is left, `null` for no limit. `performance.now()` ms of the end and seconds in all. */
  showLimit(limit: { endsAt: number; seconds: number } | null): void;
}

/** An Image output that workers can paint by themselves. */
export interface SurfacePort extends Port {
  /** A canvas for a worker to paint, another one each time; `null` when this output cannot be painted from afar now. */
  openSurface(): OffscreenCanvas | null;
  /** No worker paints this canvas any more; its last picture may still arrive. */
  closeSurface(canvas: OffscreenCanvas): void;
  /** Shows what a worker painted last on this canvas once it is there: it is on its way. Fires `change`. */
  painted(canvas: OffscreenCanvas): Promise<void>;
}
