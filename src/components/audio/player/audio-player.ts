/** @file `<riv-audio-player>`: plays a sound, and shows it. */

import { LitElement, type PropertyValues, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { AudioStream } from '../../../media/sound/audio-out.ts';
import { withinFull } from '../../../media/sound/loudness.ts';
import { encodeWav } from '../../../media/format/wav.ts';
import type { RivuletError } from '../../../shared/errors.ts';
import { lazy } from '../../../page/lazy.ts';
import type { Samples } from '../../../shared/values/samples.ts';
import { element } from '../../base/element.ts';
import { FocusKeeper } from '../../parts/focus-keeper.ts';
import { errorIcon } from '../../parts/icons.ts';
import { Deck, type DeckHost, type Sound } from './player-source.ts';
import { clock, levels, moved, seekBar, tools, transport, trimBars } from '../../player/player-views.ts';
import { playerStyles } from '../../player/player.styles.ts';
import { type Loaded, cut } from './sound-load.ts';
import { save } from '../../media-frame/export.ts';
import { nameOf } from '../sound-name.ts';
import type { Span, Waveform } from './waveform.ts';

/** Share of the sound that the steps back and forth go. */
const SKIP = 0.05;
/** Seconds that a trim keeps at least. */
const LEAST = 0.01;
/** States in which the main button pauses. */
const PLAYS = new Set(['starting', 'playing', 'waiting']);
/** Seconds of sound after which its place is told anew. */
const TELL = 0.25;

/**
 * Plays a sound, and shows it: a file, samples, or a stream that is still growing. A stream stays its owner's: it is
 * played and paused here, and closed there.
 *
 * @event play - Sound begins. Like all events of a player it does not leave the component around.
 * @event pause - The user has paused.
 * @event stop - The end was heard.
 * @event time - Another place of the sound is heard; `detail.value`, seconds. While it plays four times a second.
 * @event edit - The user has trimmed the sound, or taken that back; `detail.value` is the new `Blob` or samples.
 * @event error - It cannot be played; `detail` is the MediaError. Shown in the player, unless it is cancelled.
 * @csspart waveform - The picture of the sound.
 * @csspart seek - The slider over it.
 * @csspart button - Each button; the main one is also `play`.
 * @csspart speed - The choice of speeds.
 */
@element('riv-audio-player')
export class RivAudioPlayer extends LitElement implements DeckHost {
  static override styles = playerStyles;

  /** The sound; `null` for none. */
  @property({ attribute: false }) source: Sound | null = null;
  /** What the sound is called, for screen readers. */
  @property() label = 'Audio';
  /** True: the user may trim it. */
  @property({ type: Boolean }) editable = false;
  /** True: begins again at its end. */
  @property({ type: Boolean }) loop = false;
  /** True: plays as soon as it is there. A stream is told so by its owner. */
  @property({ type: Boolean }) autoplay = false;
  /** True: has a button that saves the file. */
  @property({ attribute: false }) downloadable = true;
  /** Makes that file; default: `toBlob`. */
  @property({ attribute: false }) file: (() => Promise<Blob | null>) | null = null;
  /** Name of that file without its ending, where it has none of its own. */
  @property({ attribute: false }) fileName = 'audio';
  /** 0 … 1. */
  @property({ type: Number }) volume = 1;
  /** True silences it; the volume stays as it is. */
  @property({ type: Boolean }) muted = false;
  /** How fast it plays, 1 as it was made; its pitch stays. */
  @property({ type: Number }) speed = 1;

  @state() private span: Span | null = null;
  @state() private problem = '';
  @query('.picture') private picture!: HTMLElement | null;

  readonly #deck: Deck = new Deck(this);
  #wave: Waveform | null = null;
  #drawn: Loaded | null = null;
  #undo: (Blob | Samples)[] = [];
  #own: Sound | null = null;
  /** The place that was told last, or that is wished for. */
  #place = 0;
  #wish: number | null = null;

  constructor() {
    super();
    new FocusKeeper(this, {
      root: () => this.renderRoot as ShadowRoot,
      heirs: ['undo', 'trim', 'control'],
    });
  }

  /** Seconds: the place that is heard. Set, it is where the sound goes, as soon as there is one. */
  @property({ attribute: false, noAccessor: true })
  get position(): number {
    return this.#deck.time;
  }
  set position(time: number) {
    if (time === this.#place) return; // the owner says what it was told
    this.#place = this.#wish = time;
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && !this.#deck.playable) this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within one task is no removal.
    setTimeout(() => {
      if (!this.isConnected) this.#deck.close();
    });
  }

  /** Seconds; 0 while it is not known. */
  get duration(): number {
    return this.#deck.duration;
  }

  play(): void {
    this.#deck.playable?.play();
  }

  pause(): void {
    const { playable } = this.#deck;
    if (!playable || playable.state === 'ready') return;
    playable.pause();
    this.dispatchEvent(new CustomEvent('pause'));
  }

  /** Goes to a moment, in seconds. */
  seek(time: number): void {
    this.#deck.seek(time);
  }

  /** Goes a step of a twentieth of the sound: 1 forward, -1 back. */
  skip(direction: 1 | -1): void {
    const { duration, playable } = this.#deck;
    const time = (playable?.currentTime ?? 0) + direction * SKIP * duration;
    this.seek(Math.max(0, Math.min(duration, time)));
  }

  /** What is played, as a file; of a stream, what came so far. `null` when there is no sound. */
  async toBlob(): Promise<Blob | null> {
    const { source } = this;
    if (!source || source instanceof Blob) return source;
    if (this.#deck.source === source && this.#deck.loaded) return this.#deck.loaded.blob;
    return source instanceof AudioStream ? source.toBlob() : encodeWav(withinFull(source));
  }

  async download(): Promise<void> {
    const file = await (this.file?.() ?? this.toBlob());
    if (file) save(file, await nameOf(file, this.fileName));
  }

  /** Offers the part between a quarter and a half of the sound to keep. */
  startTrimming(): void {
    this.span = { start: this.duration / 4, end: this.duration / 2 };
  }

  endTrimming(): void {
    this.span = null;
  }

  /** Keeps what is chosen. */
  trim(): void {
    const { span, source } = this;
    const samples = this.#deck.loaded?.samples;
    if (!span || !samples || !source || source instanceof AudioStream) return;
    this.#undo.push(source);
    this.#edit(encodeWav(cut(samples, span)));
  }

  /** Takes the last trim back. */
  undo(): void {
    const before = this.#undo.pop();
    if (before) this.#edit(before);
  }

  /** @internal */
  tell(name: 'play' | 'stop'): void {
    this.dispatchEvent(new CustomEvent(name));
  }

  /** @internal */
  fail(error: RivuletError): void {
    const shown = this.dispatchEvent(new CustomEvent('error', { detail: error, cancelable: true }));
    if (shown) this.problem = error.message;
  }

  #edit(value: Blob | Samples): void {
    this.#own = this.source = value;
    this.dispatchEvent(new CustomEvent('edit', { detail: { value } }));
  }

  /** Moves one end of what Trim keeps; the other gives way. */
  #choose(part: Partial<Span>): void {
    if (this.span) this.span = moved(this.span, part, LEAST);
  }

  #open(): void {
    this.span = null;
    this.problem = '';
    this.#deck.open(this.source);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('source')) {
      if (this.source !== this.#own) this.#undo = [];
      this.#own = this.source;
      this.#open();
    }
    if (this.#wish !== null && this.#deck.duration > 0) {
      this.seek(this.#wish);
      this.#wish = null;
    }
  }

  protected override updated(changed: PropertyValues): void {
    this.#deck.adjust();
    this.#tellTime();
    if (this.#drawn !== this.#deck.loaded) void this.#draw();
    if (changed.has('span')) this.#wave?.select(this.span, (span) => (this.span = span));
  }

  #tellTime(): void {
    const { time, playable } = this.#deck;
    const far = Math.abs(time - this.#place) >= (playable?.state === 'playing' ? TELL : 1e-6);
    if (!far || this.#wish !== null) return;
    this.#place = time;
    this.dispatchEvent(new CustomEvent('time', { detail: { value: time } }));
  }

  async #draw(): Promise<void> {
    const { loaded } = this.#deck;
    this.#drawn = loaded;
    this.#wave?.destroy();
    this.#wave = null;
    if (!loaded?.samples) return;
    try {
      const { Waveform } = await lazy(() => import('./waveform.ts'));
      if (this.#drawn !== loaded || !this.picture) return;
      this.#wave = new Waveform(this.picture, loaded.samples, loaded.file.audio);
      this.#wave.select(this.span, (span) => (this.span = span));
    } catch (error) {
      // Without its picture the sound can still be heard.
      console.warn((error as Error).message);
    }
  }

  protected override render(): unknown {
    const { source, span, problem } = this;
    if (!source) return nothing;
    const { time, duration, growing, loaded, playable, silent } = this.#deck;
    const stage = playable?.state ?? 'empty';
    const pictured = Boolean(loaded?.samples);
    const share = duration ? Math.min(1, time / duration) : 0;
    const hint = stage === 'waiting' ? 'Waiting for more' : 'Streaming';
    return html`<div class="player" role="group" aria-label=${`${this.label} player`}>
      <div class="wave" part="waveform">
        <div class="picture" ?hidden=${!pictured}></div>
        ${pictured ? nothing : html`<div class="track" .style=${`--share: ${share}`}></div>`}
        ${span ? nothing : seekBar(this, { time, duration })}
      </div>
      ${span ? trimBars(span, duration, (part) => this.#choose(part)) : nothing}
      <div class="times">
        <span>${clock(time)}</span>${growing ? html`<span>${hint}</span>` : nothing}<span>${clock(duration)}</span>
      </div>
      <div class="controls">
        ${levels(this, { fixed: growing })}
        ${transport(this, { playing: PLAYS.has(stage), off: silent || problem !== '' })}
        ${tools(this, {
          trimming: span !== null,
          canTrim: this.editable && pictured && duration > 2 * LEAST,
          canUndo: this.editable && this.#undo.length > 0,
          canSave: this.downloadable && !silent,
        })}
      </div>
      ${problem ? html`<div class="message" role="alert">${errorIcon}<span>${problem}</span></div>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-audio-player': RivAudioPlayer;
  }
}
