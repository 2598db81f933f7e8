/** @file The view of a Video: all that a reader sees and presses of it. */

import { type TemplateResult, html, nothing } from 'lit';
import { MediaView } from '../media-frame/media-view.ts';
import { loaderIcon, recordIcon, videoIcon } from '../parts/media-icons.ts';
import { report } from '../parts/report.ts';
import { clock, percent } from '../player/player-views.ts';
import { Webcam } from '../webcam/webcam.ts';
import { webcamControls } from '../webcam/webcam-view.ts';
import type { RivVideoPlayer } from './player/video-player.ts';
import { checkVideo } from './video-files.ts';
import type { VideoHost, VideoSource } from './video-host.ts';
import { videoName } from './video-name.ts';
import { VideoRecorder } from './video-recorder.ts';
import { loadPlayer } from './video-loaders.ts';
import { say } from '../../words/media.ts';

/** Milliseconds after which a file that is being read is told of. */
const PATIENCE_MS = 400;

const VIDEO = {
  word: 'dropVideo',
  icon: videoIcon,
  device: 'webcam',
  fits: /^video\//,
  accept: 'video/*,.mkv,.ts,.m2ts,.avi',
} as const;

/** All that a reader sees and presses of a Video. */
export class VideoView extends MediaView<VideoSource, VideoHost, Webcam> {
  readonly #recorder: VideoRecorder;
  #shown: VideoHost['playing'] = null;
  /** Seconds: the place that the player has told of. */
  #place = 0;
  #checking = new AbortController();
  /** A file that takes a while to read. */
  #busy = '';
  /** How much of it is done: 0 … 1. */
  #part = 0;

  constructor(host: VideoHost, root: ShadowRoot) {
    super(host, root, VIDEO, (offered) => new Webcam(host, offered));
    this.#recorder = new VideoRecorder(host, this.session);
    (host.followers as Set<unknown>).add(this.#recorder.follow);
  }

  /** Gives up what is still being read. */
  override forget(): void {
    this.#checking.abort();
    this.#busy = '';
    super.forget();
  }

  override frame(): TemplateResult {
    this.#recorder.look();
    return super.frame();
  }

  protected override get filled(): boolean {
    return this.host.playing !== null;
  }

  protected override get shows(): boolean {
    return super.shows && !this.#busy;
  }

  protected override actions() {
    return { ...super.actions(), expand: () => void this.#player?.fullscreen() };
  }

  protected override nameOf(file: Blob): Promise<string> {
    return videoName(file, this.host.value);
  }

  protected override stage(): unknown {
    const { session: webcam, host, filled } = this;
    const usesCamera = host.takes && this.source === 'webcam';
    if (this.#busy)
      return html`<div class="card" role="status">
        <span class="big spin">${loaderIcon}</span><span>${say('convertingNamed', { name: this.#busy })}${percent(this.#part)}</span>
        <button class="button" part="button" @click=${() => this.#cancel()}>${say('cancel')}</button>
      </div>`;
    if (usesCamera && webcam.phase === 'live') {
      const { video } = webcam.preview!;
      video.className = webcam.mirrored ? 'mirrored' : '';
      return html`${video}${this.#badge()}`;
    }
    return filled && !(usesCamera && webcam.phase !== 'idle') ? this.#renderPlayer() : this.empty();
  }

  /** The red dot of a recording, and for how long it has been going on. */
  #badge(): unknown {
    const { seconds } = this.#recorder;
    if (seconds === null) return nothing;
    return html`<span class="live" part="live"><span class="dot"></span><span class="visually-hidden">${say('recording')}</span>${clock(seconds)}</span>`;
  }

  protected override controls(): unknown {
    const { session: webcam } = this;
    if (this.source !== 'webcam') return null;
    if (webcam.phase === 'idle' && this.filled)
      return html`<button class="button" id="control" part="button" @click=${() => void webcam.open()}>
        <span class="red">${recordIcon}</span>${say('recordAgain')}
      </button>`;
    return webcamControls(webcam, {
      streams: true,
      waiting: false,
      filled: false,
      capture: () => undefined,
    });
  }

  get #player(): RivVideoPlayer | null {
    return this.root.querySelector('riv-video-player');
  }

  #renderPlayer(): TemplateResult {
    const { host } = this;
    // The place in what was shown before is not that of what is shown now.
    if (host.playing !== this.#shown && host.playbackPosition === this.#place) host.playbackPosition = 0;
    this.#shown = host.playing;
    if (!customElements.get('riv-video-player'))
      loadPlayer().catch((error: Error) => (host.message = error.message));
    const notify =
      (...names: string[]) =>
      () => {
        for (const name of names) host.notify(name);
      };
    return html`<riv-video-player
      .source=${host.playing}
      .label=${host.name}
      .loop=${host.loop}
      .autoplay=${host.autoplay && !host.takes}
      .editable=${host.takes}
      .subtitles=${host.subtitles}
      .place=${host.playbackPosition}
      @play=${notify('play')}
      @pause=${notify('pause')}
      @end=${notify('stop', 'end')}
      @place=${({ detail }: CustomEvent<number>) => (host.playbackPosition = this.#place = detail)}
      @error=${({ detail }: CustomEvent<Error>) => report(host, 'Video', detail)}
      @edit=${({ detail }: CustomEvent<{ value: Blob | string }>) => host.take(detail.value)}
    ></riv-video-player>`;
  }

  protected override async check(file: File): Promise<File> {
    this.#checking.abort();
    const { signal } = (this.#checking = new AbortController());
    this.#part = 0;
    const patience = setTimeout(() => this.#wait(file.name || say('theFile')), PATIENCE_MS);
    try {
      return await checkVideo(file, signal, (part) => {
        if (signal.aborted) return;
        this.#part = part;
        this.host.requestUpdate();
      });
    } finally {
      clearTimeout(patience);
      if (!signal.aborted) this.#wait('');
    }
  }

  #wait(busy: string): void {
    this.#busy = busy;
    this.host.requestUpdate();
  }

  #cancel(): void {
    this.forget();
    this.host.requestUpdate();
  }
}
