/** @file `<riv-video-player>`: plays a video. */

import { type PropertyValues, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { fetchVideo } from '../../../media/video/fetch.ts';
import type { Subtitles } from '../../../media/video/subtitles.ts';
import { convert } from '../../../media/video-worker/convert.ts';
import type { Span } from '../../../media/video-worker/tasks.ts';
import { MediaError } from '../../../shared/errors.ts';
import { clock, levels, percent, seekBar, tools, transport, trimBars } from '../../player/player-views.ts';
import { element } from '../../base/element.ts';
import { errorIcon } from '../../parts/icons.ts';
import { videoPlayerStyles } from './video-player.styles.ts';
import { MediaPlayer } from '../../player/media-player.ts';
import { type PlayedVideo, type VideoPlayerHost, VideoPlayerSource } from './video-player-source.ts';
import { Captions } from './captions.ts';
import { say } from '../../../words/media.ts';

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
export class RivVideoPlayer extends MediaPlayer<PlayedVideo, Blob | string> implements VideoPlayerHost {
  static override styles = videoPlayerStyles;

  /** What the video is called, for screen readers. */
  @property() label = 'Video';
  /** Lines that are shown with the pictures. */
  @property({ attribute: false }) subtitles: Subtitles = null;
  /** Seconds: where to go. The event `place` tells where it is. */
  @property({ attribute: false }) place = 0;

  @state() private unread = '';
  @state() private trimming = false;

  protected readonly opened = new VideoPlayerSource(this);
  protected readonly least = 0.1;
  readonly #captions = new Captions((problem) => (this.unread = problem));
  /** The place that the owner knows of: it is not to be gone to. */
  #known = 0;

  protected override close(): void {
    super.close();
    this.#captions.close();
  }

  /** Seconds; 0 while it is not known. */
  get duration(): number {
    return this.opened.screen?.duration ?? 0;
  }

  /** Seconds: what is seen now. */
  get time(): number {
    return this.opened.screen?.currentTime ?? 0;
  }

  protected override get now(): number {
    return this.time;
  }

  play(): void {
    this.opened.screen?.play();
  }

  pause(): void {
    this.opened.screen?.pause();
  }

  seek(time: number): void {
    this.opened.screen?.seek(time);
    this.requestUpdate();
  }

  /** Fills the screen, with the browser's own controls. */
  async fullscreen(): Promise<void> {
    const video = this.opened.screen?.video as
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
  override startTrimming(): void {
    this.pause();
    super.startTrimming();
    this.seek(this.duration / 4);
  }

  /** Keeps what is chosen. */
  async trim(): Promise<void> {
    const { span, source } = this;
    if (!span || this.trimming || (typeof source !== 'string' && !(source instanceof Blob))) return;
    this.trimming = true;
    try {
      const part = await convert(await fetchVideo(source), { span });
      if (this.source !== source) return;
      this.trimmed(source, part);
    } catch (cause) {
      this.fail(new MediaError(`The video cannot be trimmed: ${(cause as Error).message}`, { cause }));
    } finally {
      this.trimming = false;
      this.span = null;
    }
  }

  /** @internal */
  notify(name: 'play' | 'pause' | 'end' | 'time'): void {
    if (name === 'time') return this.#notifyPlace();
    if (name === 'end' && this.loop) return this.play(); // a stream: files begin again by themselves
    this.dispatchEvent(new CustomEvent(name));
  }

  #notifyPlace(): void {
    this.requestUpdate();
    this.place = this.#known = this.time;
    this.dispatchEvent(new CustomEvent('place', { detail: this.place }));
  }

  /** Moves one end of what Trim keeps; the other gives way. The picture there is shown. */
  protected override choose(part: Partial<Span>): void {
    super.choose(part);
    if (this.span) this.seek('end' in part ? this.span.end : this.span.start);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const video = this.opened.screen?.video;
    if (!video) return;
    if (changed.has('place') && this.place !== this.#known) this.seek(this.place);
    const { volume, muted, speed, source } = this;
    Object.assign(video, { volume, playbackRate: speed });
    if (video.muted !== muted) video.muted = muted;
    video.loop = this.loop && (typeof source === 'string' || source instanceof Blob);
    void this.#captions.show(video, this.subtitles);
  }

  protected override render(): unknown {
    const { source, span, trimming } = this;
    const problem = this.problem || this.unread;
    const { screen, converting } = this.opened;
    if (!source || !screen) return nothing;
    const { duration, currentTime: time, playing, waiting, growing } = screen;
    const off = duration === 0 && !screen.video.videoWidth;
    const share = duration ? Math.min(1, time / duration) : 0;
    const state =
      converting !== null
        ? html`${say('converting')}${percent(converting)}`
        : trimming
          ? say('trimming')
          : growing
            ? waiting
              ? say('moreComing')
              : say('streaming')
            : '';
    const file = typeof source === 'string' || source instanceof Blob;
    screen.video.setAttribute('aria-label', this.label);
    return html`<div class="player" role="group" aria-label=${say('playerOf', { name: this.label })}>
      <div class="screen" part="screen" @click=${() => (playing ? this.pause() : this.play())}>
        ${screen.video}${state ? html`<span class="state" role="status">${state}</span>` : nothing}
        ${problem ? html`<div class="message" role="alert">${errorIcon}<span>${problem}</span></div>` : nothing}
      </div>
      <div class="panel">
        ${
          span
            ? trimBars(span, duration, (part) => this.choose(part))
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
            ...this.edits(file && !trimming),
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
