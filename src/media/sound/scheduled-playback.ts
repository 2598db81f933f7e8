/** @file Plays a stretch of sound without a gap, scheduled on the audio clock. */

import type { Samples } from '../../shared/values/samples.ts';
import type { SampleBuffer } from './sample-buffer.ts';

/** Seconds from asking for sound to its first sample: the audio thread must not be there already. */
const LEAD = 0.02;
/** Seconds of sound in one node, and how far ahead of the ear nodes are made. */
const BLOCK = 5;
const AHEAD = 10;
/** Seconds of the slope from and to silence, where sound begins or breaks off at a level that would click. */
const SLOPE = 0.004;
const AUDIBLE = 0.001;

/**
 * One stretch of sound without a gap: from play to pause, to the end, or to where the buffer ran dry. Reads the buffer
 * in blocks and starts each at the exact sample where the one before ends, so that chunks leave no trace.
 */
export class ScheduledPlayback {
  readonly #context: BaseAudioContext;
  readonly #output: AudioNode;
  readonly #buffer: SampleBuffer;
  readonly #from: number;
  /** The context's sample at which `from` sounds. */
  readonly #start: number;
  readonly #dry: () => void;
  readonly #nodes = new Set<AudioBufferSourceNode>();
  #scheduled: number;
  #tail: AudioBufferSourceNode | null = null;
  #over = false;

  /**
   * Starts to play as soon as can be.
   *
   * @param from - position on the buffer, in samples. @param dry - all that the buffer has was heard; never after `stop`.
   */
  constructor(
    context: BaseAudioContext,
    output: AudioNode,
    buffer: SampleBuffer,
    from: number,
    dry: () => void,
  ) {
    this.#context = context;
    this.#output = output;
    this.#buffer = buffer;
    this.#from = this.#scheduled = from;
    this.#start = this.#now + Math.ceil((LEAD + this.#margin) * buffer.sampleRate);
    this.#dry = dry;
    this.#slope(this.#levels(from), this.#start, 'up');
    this.extend();
  }

  /** The position on the buffer that sounds now, in samples. */
  get position(): number {
    return this.#clamp(this.#from + this.#now - this.#start);
  }

  /** Schedules what the buffer has got since. False when that comes too late: it is over, at `end`. */
  extend(): boolean {
    if (this.#over) return false;
    const buffer = this.#buffer;
    if (this.#scheduled === buffer.length) return true;
    if (this.#scheduled > this.#from && this.#due < this.#now + this.#margin * buffer.sampleRate) {
      this.#over = true;
      return false;
    }
    const ahead = this.position + AHEAD * buffer.sampleRate;
    while (this.#scheduled < buffer.length && this.#scheduled < ahead) {
      const to = Math.min(buffer.length, this.#scheduled + BLOCK * buffer.sampleRate);
      this.#play(buffer.read(this.#scheduled, to), this.#due);
      this.#scheduled = to;
    }
    this.#endSoftly();
    return true;
  }

  /** Where the scheduled sound ends, in samples of the buffer. */
  get end(): number {
    return this.#scheduled;
  }

  /** Breaks off without a click, and says at which sample of the buffer. */
  stop(): number {
    this.#over = true;
    const at = this.#now + Math.ceil(this.#margin * this.#buffer.sampleRate);
    const position = this.#clamp(this.#from + at - this.#start);
    for (const node of this.#nodes) node.stop(at / this.#buffer.sampleRate);
    const unheard = at <= this.#start;
    if (unheard) for (const node of this.#nodes) node.disconnect();
    else if (position < this.#scheduled) {
      this.#tail?.disconnect();
      this.#slope(this.#levels(position - 1), at, 'down');
    }
    return position;
  }

  /** The context's sample at which the next block belongs. */
  get #due(): number {
    return this.#start + this.#scheduled - this.#from;
  }

  get #now(): number {
    return Math.round(this.#context.currentTime * this.#buffer.sampleRate);
  }

  /** Seconds that the audio thread may be ahead of what `currentTime` says here. */
  get #margin(): number {
    return Math.max(0.006, (this.#context as Partial<AudioContext>).baseLatency ?? 0);
  }

  #clamp(position: number): number {
    return Math.max(this.#from, Math.min(this.#scheduled, position));
  }

  #play(samples: Samples, start: number): AudioBufferSourceNode {
    const { channels, sampleRate } = samples;
    const buffer = this.#context.createBuffer(channels.length, channels[0]!.length, sampleRate);
    channels.forEach((channel, at) => buffer.copyToChannel(channel as Float32Array<ArrayBuffer>, at));
    const node = this.#context.createBufferSource();
    node.buffer = buffer;
    node.connect(this.#output);
    node.start(start / sampleRate);
    node.onended = () => this.#onEnded(node);
    this.#nodes.add(node);
    return node;
  }

  #onEnded(node: AudioBufferSourceNode): void {
    this.#nodes.delete(node);
    node.disconnect();
    if (this.#over || node === this.#tail) return;
    this.extend();
    // Asked of the nodes, not of the clock: the page may see its time late.
    const heard = [...this.#nodes].every((each) => each === this.#tail);
    if (!heard || this.#scheduled < this.#buffer.length) return;
    this.#over = true;
    this.#dry();
  }

  /** Nobody knows whether another chunk comes in time: the last level falls to silence, unless one does. */
  #endSoftly(): void {
    if (this.#tail) {
      this.#nodes.delete(this.#tail);
      this.#tail.disconnect();
    }
    const whole = this.#scheduled === this.#buffer.length;
    this.#tail = whole ? this.#slope(this.#levels(this.#scheduled - 1), this.#due, 'down') : null;
  }

  #levels(position: number): number[] {
    return this.#buffer.read(position, position + 1).channels.map((channel) => channel[0] ?? 0);
  }

  /** A straight line between silence and these levels, which ends or begins at `at`. */
  #slope(levels: number[], at: number, way: 'up' | 'down'): AudioBufferSourceNode | null {
    if (levels.every((level) => Math.abs(level) < AUDIBLE)) return null;
    const { sampleRate } = this.#buffer;
    const count = Math.max(2, Math.round(SLOPE * sampleRate));
    const channels = levels.map((level) =>
      Float32Array.from(
        { length: count },
        (_, n) => (level * (way === 'up' ? n + 1 : count - n)) / (count + 1),
      ),
    );
    return this.#play({ sampleRate, channels }, way === 'up' ? at - count : at);
  }
}
