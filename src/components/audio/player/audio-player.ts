/** @file `<riv-audio-player>`: plays a sound, and shows it. */

import { type PropertyValues, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { AudioStream } from '../../../media/sound/audio-stream.ts';
import { withinFull } from '../../../media/sound/loudness.ts';
import { encodeWav } from '../../../shared/values/wav-file.ts';
import { lazy } from '../../../page/lazy.ts';
import type { Samples } from '../../../shared/values/samples.ts';
import { element } from '../../base/element.ts';
import { FocusKeeper } from '../../parts/focus-keeper.ts';
import { errorIcon } from '../../parts/icons.ts';
import { type AudioPlayerHost, AudioPlayerSource, type PlayedSound } from './audio-player-source.ts';
import { MediaPlayer } from '../../player/media-player.ts';
import { clock, levels, seekBar, tools, transport, trimBars } from '../../player/player-views.ts';
import { playerStyles } from '../../player/player.styles.ts';
import { type LoadedSound, cut } from './sound-load.ts';
import { save } from '../../media-frame/export.ts';
import { nameOf } from './sound-name.ts';
import type { Waveform } from './waveform.ts';
import { say } from '../../../words/media.ts';

/** States in which the main button pauses. */
const PLAYS = new Set(['starting', 'playing', 'waiting']);
/** Seconds of sound after which its owner is told of its place anew. */
const NOTIFY = 0.25;

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
export class RivAudioPlayer extends MediaPlayer<PlayedSound, Blob | Samples> implements AudioPlayerHost {
  static override styles = playerStyles;

  /** What the sound is called, for screen readers. */
  @property() label = 'Audio';
  /** True: has a button that saves the file. */
  @property({ attribute: false }) downloadable = true;
  /** Makes that file; default: `toBlob`. */
  @property({ attribute: false }) file: (() => Promise<Blob | null>) | null = null;
  /** Name of that file without its ending, where it has none of its own. */
  @property({ attribute: false }) fileName = 'audio';
  @query('.picture') private picture!: HTMLElement | null;

  protected readonly opened = new AudioPlayerSource(this);
  protected readonly least = 0.01;
  #wave: Waveform | null = null;
  #drawn: LoadedSound | null = null;
  /** The place that the owner knows of. */
  #known = 0;
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
    return this.opened.time;
  }
  set position(time: number) {
    if (time === this.#known) return; // the owner says what it was told
    this.#known = this.#wish = time;
    this.requestUpdate();
  }

  /** Seconds; 0 while it is not known. */
  get duration(): number {
    return this.opened.duration;
  }

  play(): void {
    this.opened.playable?.play();
  }

  pause(): void {
    const { playable } = this.opened;
    if (!playable || playable.state === 'ready') return;
    playable.pause();
    this.dispatchEvent(new CustomEvent('pause'));
  }

  /** Goes to a moment, in seconds. */
  seek(time: number): void {
    this.opened.seek(time);
  }

  protected override get now(): number {
    return this.opened.playable?.currentTime ?? 0;
  }

  /** Returns what is played, as a file; of a stream, what came so far. `null` when there is no sound. */
  async toBlob(): Promise<Blob | null> {
    const { source } = this;
    if (!source || source instanceof Blob) return source;
    if (this.opened.source === source && this.opened.loaded) return this.opened.loaded.blob;
    return source instanceof AudioStream ? source.toBlob() : encodeWav(withinFull(source));
  }

  async download(): Promise<void> {
    const file = await (this.file?.() ?? this.toBlob());
    if (file) save(file, await nameOf(file, this.fileName));
  }

  /** Keeps what is chosen. */
  trim(): void {
    const { span, source } = this;
    const samples = this.opened.loaded?.samples;
    if (!span || !samples || !source || source instanceof AudioStream) return;
    this.trimmed(source, encodeWav(cut(samples, span)));
  }

  /** @internal */
  notify(name: 'play' | 'stop'): void {
    this.dispatchEvent(new CustomEvent(name));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.#wish !== null && this.opened.duration > 0) {
      this.seek(this.#wish);
      this.#wish = null;
    }
  }

  protected override updated(changed: PropertyValues): void {
    this.opened.adjust();
    this.#notifyTime();
    if (this.#drawn !== this.opened.loaded) void this.#draw();
    if (changed.has('span')) this.#wave?.select(this.span, (span) => (this.span = span));
  }

  #notifyTime(): void {
    const { time, playable } = this.opened;
    const far = Math.abs(time - this.#known) >= (playable?.state === 'playing' ? NOTIFY : 1e-6);
    if (!far || this.#wish !== null) return;
    this.#known = time;
    this.dispatchEvent(new CustomEvent('time', { detail: { value: time } }));
  }

  async #draw(): Promise<void> {
    const { loaded } = this.opened;
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
    const { time, duration, growing, loaded, playable, silent } = this.opened;
    const stage = playable?.state ?? 'empty';
    const pictured = Boolean(loaded?.samples);
    const share = duration ? Math.min(1, time / duration) : 0;
    const hint = say(stage === 'waiting' ? 'moreComing' : 'streaming');
    return html`<div class="player" role="group" aria-label=${say('playerOf', { name: this.label })}>
      <div class="wave" part="waveform">
        <div class="picture" ?hidden=${!pictured}></div>
        ${pictured ? nothing : html`<div class="track" .style=${`--share: ${share}`}></div>`}
        ${span ? nothing : seekBar(this, { time, duration })}
      </div>
      ${span ? trimBars(span, duration, (part) => this.choose(part)) : nothing}
      <div class="times">
        <span>${clock(time)}</span>${growing ? html`<span>${hint}</span>` : nothing}<span>${clock(duration)}</span>
      </div>
      <div class="controls">
        ${levels(this, { fixed: growing })}
        ${transport(this, { playing: PLAYS.has(stage), off: silent || problem !== '' })}
        ${tools(this, {
          ...this.edits(pictured),
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
