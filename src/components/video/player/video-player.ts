/** @file `<riv-video-player>`: plays a video. */

import { LitElement, type PropertyValues, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { fetchVideo } from '../../../media/video/fetch.ts';
import { convert } from '../../../media/video-worker/convert.ts';
import type { Span } from '../../../media/video-worker/tasks.ts';
import { MediaError, type RivuletError } from '../../../shared/errors.ts';
import {
  type Edited,
  type Played,
  clock,
  levels,
  moved,
  percent,
  seekBar,
  tools,
  transport,
  trimBars,
} from '../../player/player-views.ts';
import { element } from '../../base/element.ts';
import { errorIcon } from '../../parts/icons.ts';
import { videoPlayerStyles } from './video-player.styles.ts';
import { Reel, type ReelHost, type Shown } from './player-source.ts';
import { Captions } from './captions.ts';
import type { Subtitles } from '../video-value.ts';

/** Share of the video that the steps back and forth go. */
const SKIP = 0.05;
/** Seconds that a trim keeps at least. */
const LEAST = 0.1;

/**
 * Plays a video: a file, a URL, or a stream that is still growing. A stream stays its owner's: it is played and paused
 * here, and closed there.
 *
 * @event play - Pictures begin to move. Like all events of a player it does not leave the component around.
 * @event pause - The user has paused.
 * @event end - The end was seen.
 * @event place - Time has gone on; `detail` is the place in the video, in seconds.
 * @event edit - The user has trimmed the video, or taken that back; `detail.value` is the new `Blob`.
 * @event error - It cannot be played; `detail` is the MediaError. Shown in the player, unless it is cancelled.
 * @csspart screen - The pictures.
 * @csspart seek - The slider of the place in them.
 * @csspart button - Each button; the main one is also `play`.
 * @csspart speed - The choice of speeds.
 */
@element('riv-video-player')
export class RivVideoPlayer extends LitElement implements ReelHost, Played, Edited {
  static override styles = videoPlayerStyles;

  /** The video; `null` for none. */
  @property({ attribute: false }) source: Shown | null = null;
  /** What the video is called, for screen readers. */
  @property() label = 'Video';
  /** True: the user may trim it. */
  @property({ type: Boolean }) editable = false;
  /** True: begins again at its end. */
  @property({ type: Boolean }) loop = false;
  /** True: plays as soon as it is there. A stream is told so by its owner. */
  @property({ type: Boolean }) autoplay = false;
  /** Lines that are shown with the pictures. */
  @property({ attribute: false }) subtitles: Subtitles = null;
  /** Seconds: where to go. `place` tells where it is. */
  @property({ attribute: false }) place = 0;
  /** 0 … 1. */
  @property({ type: Number }) volume = 1;
  /** True silences it; the volume stays as it is. */
  @property({ type: Boolean }) muted = false;
  /** How fast it plays, 1 as it was made; its pitch stays. */
  @property({ type: Number }) speed = 1;

  @state() private span: Span | null = null;
  @state() private problem = '';
  @state() private unread = '';
  @state() private trimming = false;

  readonly #reel = new Reel(this);
  readonly #captions = new Captions((problem) => (this.unread = problem));
  #undo: (Blob | string)[] = [];
  #own: Shown | null = null;
  /** The place that was told of last: it is not to be gone to. */
  #told = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && !this.#reel.screen) this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within one task is no removal.
    setTimeout(() => {
      if (this.isConnected) return;
      this.#reel.close();
      this.#captions.close();
    });
  }

  /** Seconds; 0 while it is not known. */
  get duration(): number {
    return this.#reel.screen?.duration ?? 0;
  }

  /** Seconds: what is seen now. */
  get time(): number {
    return this.#reel.screen?.currentTime ?? 0;
  }

  play(): void {
    this.#reel.screen?.play();
  }

  pause(): void {
    this.#reel.screen?.pause();
  }

  seek(time: number): void {
    this.#reel.screen?.seek(time);
    this.requestUpdate();
  }

  skip(direction: 1 | -1): void {
    const { duration, time } = this;
    this.seek(Math.max(0, Math.min(duration, time + direction * SKIP * duration)));
  }

  /** Fills the screen, with the browser's own controls. */
  async fullscreen(): Promise<void> {
    const video = this.#reel.screen?.video as
      | (HTMLVideoElement & { webkitEnterFullscreen?(): void })
      | undefined;
    if (!video) return;
    if (!video.requestFullscreen) return video.webkitEnterFullscreen?.();
    try {
      await video.requestFullscreen();
    } catch {
      return; // the browser or the page around forbids it
    }
    video.controls = true;
    const left = () => {
      if (document.fullscreenElement) return;
      video.controls = false;
      document.removeEventListener('fullscreenchange', left);
    };
    document.addEventListener('fullscreenchange', left);
  }

  /** Offers the part between a quarter and a half of the video to keep. */
  startTrimming(): void {
    this.pause();
    this.span = { start: this.duration / 4, end: this.duration / 2 };
    this.seek(this.span.start);
  }

  endTrimming(): void {
    this.span = null;
  }

  /** Keeps what is chosen. */
  async trim(): Promise<void> {
    const { span, source } = this;
    if (!span || this.trimming || (typeof source !== 'string' && !(source instanceof Blob))) return;
    this.trimming = true;
    try {
      const part = await convert(await fetchVideo(source), { span });
      if (this.source !== source) return;
      this.#undo.push(source);
      this.#edit(part);
    } catch (cause) {
      this.fail(new MediaError(`The video cannot be trimmed: ${(cause as Error).message}`, { cause }));
    } finally {
      this.trimming = false;
      this.span = null;
    }
  }

  /** Takes the last trim back. */
  undo(): void {
    const before = this.#undo.pop();
    if (before !== undefined) this.#edit(before);
  }

  /** @internal */
  tell(name: 'play' | 'pause' | 'end' | 'time'): void {
    if (name === 'time') return this.#tellPlace();
    if (name === 'end' && this.loop) return this.play(); // a stream: files begin again by themselves
    this.dispatchEvent(new CustomEvent(name));
  }

  #tellPlace(): void {
    this.requestUpdate();
    this.place = this.#told = this.time;
    this.dispatchEvent(new CustomEvent('place', { detail: this.place }));
  }

  /** @internal */
  fail(error: RivuletError): void {
    const shown = this.dispatchEvent(new CustomEvent('error', { detail: error, cancelable: true }));
    if (shown) this.problem = error.message;
  }

  #edit(value: Blob | string): void {
    this.#own = this.source = value;
    this.dispatchEvent(new CustomEvent('edit', { detail: { value } }));
  }

  /** Moves one end of what Trim keeps; the other gives way. The picture there is shown. */
  #choose(part: Partial<Span>): void {
    if (!this.span) return;
    this.span = moved(this.span, part, LEAST);
    this.seek('end' in part ? this.span.end : this.span.start);
  }

  #open(): void {
    this.span = null;
    this.problem = '';
    this.#reel.open(this.source);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('source')) {
      if (this.source !== this.#own) this.#undo = [];
      this.#own = this.source;
      this.#open();
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    const video = this.#reel.screen?.video;
    if (!video) return;
    if (changed.has('place') && this.place !== this.#told) this.seek(this.place);
    const { volume, muted, speed, source } = this;
    Object.assign(video, { volume, playbackRate: speed });
    if (video.muted !== muted) video.muted = muted;
    video.loop = this.loop && (typeof source === 'string' || source instanceof Blob);
    void this.#captions.show(video, this.subtitles);
  }

  protected override render(): unknown {
    const { source, span, trimming } = this;
    const problem = this.problem || this.unread;
    const { screen, converting } = this.#reel;
    if (!source || !screen) return nothing;
    const { duration, currentTime: time, playing, waiting, growing } = screen;
    const off = duration === 0 && !screen.video.videoWidth;
    const share = duration ? Math.min(1, time / duration) : 0;
    const told =
      converting !== null
        ? html`Converting${percent(converting)}`
        : trimming
          ? 'Trimming'
          : growing
            ? waiting
              ? 'Waiting for more'
              : 'Streaming'
            : '';
    const file = typeof source === 'string' || source instanceof Blob;
    screen.video.setAttribute('aria-label', this.label);
    return html`<div class="player" role="group" aria-label=${`${this.label} player`}>
      <div class="screen" part="screen" @click=${() => (playing ? this.pause() : this.play())}>
        ${screen.video}${told ? html`<span class="told" role="status">${told}</span>` : nothing}
        ${problem ? html`<div class="message" role="alert">${errorIcon}<span>${problem}</span></div>` : nothing}
      </div>
      <div class="panel">
        ${
          span
            ? trimBars(span, duration, (part) => this.#choose(part))
            : html`<div class="place">
                <span>${clock(time)}</span>
                <div class="wave">
                  <div class="track" .style=${`--share: ${share}`}></div>
                  ${seekBar(this, { time, duration })}
                </div>
                <span>${clock(duration)}</span>
              </div>`
        }
        <div class="controls">
          ${levels(this, { fixed: growing })} ${transport(this, { playing, off })}
          ${tools(this, {
            trimming: span !== null,
            canTrim: this.editable && file && duration > 2 * LEAST && !trimming,
            canUndo: this.editable && this.#undo.length > 0,
            canSave: false,
          })}
        </div>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-video-player': RivVideoPlayer;
  }
}
