/** @file The way of sound to the device: asked for when it is needed, let go when nobody plays. */

/** Milliseconds that the browser gets to start its sound before the user is asked for a press. */
const PATIENCE = 1000;
/** Milliseconds of silence after which the device is let go, until the next play. */
const IDLE = 2000;

/** The way of sound to the device, at a volume. Closed, it can be opened again. */
export class AudioOutput {
  #volume = 1;
  #context: AudioContext | null = null;
  #gain: GainNode | null = null;
  #timers: { patience?: number; idle?: number } = {};
  readonly #onState: (running: boolean) => void;
  readonly #onRefusal: () => void;

  /**
   * @param onState - called when the device starts or stops.
   * @param onRefusal - called when the browser has not started the device a second after it was asked to.
   */
  constructor(onState: (running: boolean) => void, onRefusal: () => void) {
    this.#onState = onState;
    this.#onRefusal = onRefusal;
  }

  /** The node that all sound leaves by; `null` while it is not open. */
  get node(): GainNode | null {
    return this.#gain;
  }

  /** True while the device plays what it is given. */
  get running(): boolean {
    return this.#context?.state === 'running';
  }

  /** 0 is silence, 1 is as loud as it came. */
  get volume(): number {
    return this.#volume;
  }

  set volume(volume: number) {
    this.#volume = volume;
    // Not at once: a step would click.
    if (this.#gain) this.#gain.gain.setTargetAtTime(volume, this.#gain.context.currentTime, 0.01);
  }

  /** Opens it, where it is not open, at this rate if a device runs at such a rate. */
  open(sampleRate: number): AudioContext {
    if (this.#context) return this.#context;
    let context: AudioContext;
    try {
      context = new AudioContext({ sampleRate, latencyHint: 'interactive' });
    } catch {
      context = new AudioContext();
    }
    this.#context = context;
    this.#gain = new GainNode(context, { gain: this.#volume });
    this.#gain.connect(context.destination);
    context.addEventListener('statechange', () => {
      if (context !== this.#context) return; // it is closed
      if (this.running) clearTimeout(this.#timers.patience);
      this.#onState(this.running);
    });
    return context;
  }

  /** Asks for the device. The promise of `resume` may stay open for ever where sound is not allowed. */
  wake(): void {
    clearTimeout(this.#timers.idle);
    if (!this.#context || this.running) return;
    this.#context.resume().catch(() => undefined);
    clearTimeout(this.#timers.patience);
    this.#timers.patience = window.setTimeout(() => {
      if (!this.running) this.#onRefusal();
    }, PATIENCE);
  }

  /** Lets the device go when nobody plays for a while. */
  rest(): void {
    this.#stopTimers();
    this.#timers.idle = window.setTimeout(() => this.close(), IDLE);
  }

  /** Lets the device go. */
  close(): void {
    this.#stopTimers();
    void this.#context?.close().catch(() => undefined);
    this.#context = this.#gain = null;
  }

  #stopTimers(): void {
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
  }
}
