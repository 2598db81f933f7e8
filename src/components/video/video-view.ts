/** @file The view of a Video: all that a reader sees and presses of it. */

import { type TemplateResult, adoptStyles, html, nothing } from 'lit';
import { deviceCard } from '../device-session/device-card.ts';
import { loaderIcon, videoIcon } from '../parts/media-icons.ts';
import { faceStyles } from '../media-frame/view.styles.ts';
import { frame, head } from '../media-frame/frame-view.ts';
import { Intake } from '../media-frame/intake.ts';
import { tools } from '../media-frame/views.ts';
import { webcamControls } from '../webcam/webcam-view.ts';
import { FocusKeeper } from '../parts/focus-keeper.ts';
import { Webcam } from '../webcam/webcam.ts';
import { report } from '../parts/report.ts';
import type { RivVideoPlayer } from './player/video-player.ts';
import { percent } from './player/percent.ts';
import { takeVideo } from './take.ts';
import { checkVideo, pickVideo } from './video-files.ts';
import type { VideoHost } from './video-host.ts';
import { loadPlayer } from './video.lazy.ts';
import { VideoRecorder } from './video-recorder.ts';
import { save, shareVideo, videoName } from './video-save.ts';
import type { VideoSource } from './video-sources.ts';
import { againButton, emptyOutput, recordingBadge, sourceButtons, uploadCard } from './video-views.ts';

/** Milliseconds after which a file that is being read is told of. */
const PATIENCE_MS = 400;

/** All that a reader sees and presses of a Video; made when the first one is in the page. */
export class VideoFace {
  readonly webcam: Webcam;
  readonly #host: VideoHost;
  readonly #root: ShadowRoot;
  readonly #recorder: VideoRecorder;
  readonly #intake: Intake;
  #picked: VideoSource | null = null;
  #dropping = false;
  #shown: VideoHost['playing'] = null;
  /** Seconds: the place that the player has told of. */
  #place = 0;
  #checking = new AbortController();
  /** A file that takes a while to read. */
  #busy = '';
  /** How much of it is done: 0 … 1. */
  #part = 0;

  constructor(host: VideoHost, root: ShadowRoot) {
    adoptStyles(root, [...root.adoptedStyleSheets, ...faceStyles]);
    this.#host = host;
    this.#root = root;
    this.webcam = new Webcam(host, () => host.editable && this.source === 'webcam');
    new FocusKeeper(host, {
      root: () => root,
      heirs: ['control'],
      waits: () => this.webcam.phase === 'asking',
    });
    this.#recorder = new VideoRecorder(host, this.webcam);
    (host.followers as Set<unknown>).add(this.#recorder.follow);
    this.#intake = new Intake({
      take: (file) => {
        if (this.source === 'webcam') this.#picked = 'upload';
        this.webcam.close();
        takeVideo(host, file, 'upload');
      },
      complain: (error) => host.complain(error),
      dragged: (over) => {
        this.#dropping = over;
        host.requestUpdate();
      },
      wanted: () => host.editable && this.webcam.recording === 'off' && host.sources.includes('upload'),
      pick: pickVideo,
      check: (file) => this.#check(file),
    });
  }

  /** The source that the user has picked, or the first. */
  get source(): VideoSource {
    const { sources } = this.#host;
    return this.#picked && sources.includes(this.#picked) ? this.#picked : (sources[0] ?? 'upload');
  }

  /** What is still being read is no longer wanted. */
  forget(): void {
    this.#checking.abort();
    this.#busy = '';
    this.#intake.forget();
  }

  frame(): TemplateResult {
    this.#recorder.look();
    const { height, editable } = this.#host;
    const inside = html`
        ${this.#head()}
        <div class="stage ${height === null ? '' : 'sized'}" part="stage">${this.#stage()}</div>
        ${editable ? this.#bar() : nothing}`;
    return frame(this.#host, this.#intake, this.#dropping, inside);
  }

  #head(): TemplateResult {
    const { editable, buttons, playing } = this.#host;
    return head(
      this.#host,
      videoIcon,
      tools({
        filled: playing !== null && this.webcam.recording === 'off' && !this.#busy,
        editable,
        buttons,
        expanded: false,
        clear: () => this.#clear(),
        download: () => this.#export((file, value) => videoName(file, value).then((to) => save(file, to))),
        share: () => this.#export(shareVideo),
        expand: () => void this.#player?.fullscreen(),
      }),
    );
  }

  #stage(): unknown {
    const { webcam } = this;
    const { editable, playing, placeholder } = this.#host;
    const usesCamera = editable && this.source === 'webcam';
    if (this.#busy)
      return html`<div class="card" role="status">
        <span class="big spin">${loaderIcon}</span><span>Converting ${this.#busy}${percent(this.#part)}</span>
        <button class="button" part="button" @click=${() => this.#cancel()}>Cancel</button>
      </div>`;
    if (usesCamera && webcam.phase === 'live') {
      const { video } = webcam.preview!;
      const seconds = this.#recorder.seconds;
      video.className = webcam.mirrored ? 'mirrored' : '';
      return html`${video}${seconds === null ? nothing : recordingBadge(seconds)}`;
    }
    if (usesCamera && (webcam.phase !== 'idle' || playing === null)) return deviceCard(webcam, 'control');
    if (playing !== null) return this.#renderPlayer();
    return editable ? uploadCard(placeholder, this.#intake.onPick) : emptyOutput(placeholder);
  }

  #bar(): unknown {
    const { webcam, source } = this;
    const { sources, playing } = this.#host;
    const records = source === 'webcam';
    if (sources.length < 2 && !records) return nothing;
    const choices = webcam.recording === 'off' && sources.length > 1;
    const again = records && webcam.phase === 'idle' && playing !== null;
    const controls = { streams: true, waiting: false, filled: false, capture: () => undefined };
    return html`<div class="bar ${choices && webcam.phase === 'live' ? 'full' : ''}" part="bar">
      ${choices ? sourceButtons(sources, source, (next) => this.#pick(next)) : nothing}
      <div class="controls">
        ${again ? againButton(() => void webcam.open()) : records ? webcamControls(webcam, controls) : nothing}
      </div>
      <div class="end">${records ? webcam.parts?.closeButton(webcam) : nothing}</div>
    </div>`;
  }

  get #player(): RivVideoPlayer | null {
    return this.#root.querySelector('riv-video-player');
  }

  #renderPlayer(): TemplateResult {
    const host = this.#host;
    // The place in what was shown before is not that of what is shown now.
    if (host.playing !== this.#shown && host.playbackPosition === this.#place) host.playbackPosition = 0;
    this.#shown = host.playing;
    if (!customElements.get('riv-video-player'))
      loadPlayer().catch((error: Error) => (host.message = error.message));
    const tell =
      (...names: string[]) =>
      () => {
        for (const name of names) host.notify(name);
      };
    return html`<riv-video-player
      .source=${host.playing}
      .label=${host.name}
      .loop=${host.loop}
      .autoplay=${host.autoplay && !host.editable}
      .editable=${host.editable}
      .subtitles=${host.subtitles}
      .place=${host.playbackPosition}
      @play=${tell('play')}
      @pause=${tell('pause')}
      @end=${tell('stop', 'end')}
      @place=${({ detail }: CustomEvent<number>) => (host.playbackPosition = this.#place = detail)}
      @error=${({ detail }: CustomEvent<Error>) => report(host, 'Video', detail)}
      @edit=${({ detail }: CustomEvent<{ value: Blob | string }>) => takeVideo(host, detail.value)}
    ></riv-video-player>`;
  }

  /** Handlers wait for a file that is being read. */
  #check(file: File): Promise<File> {
    this.#checking.abort();
    const { signal } = (this.#checking = new AbortController());
    this.#part = 0;
    const patience = setTimeout(() => this.#tell(file.name || 'the file'), PATIENCE_MS);
    const over = () => {
      clearTimeout(patience);
      if (!signal.aborted) this.#tell('');
    };
    const told = (part: number) => {
      if (signal.aborted) return;
      this.#part = part;
      this.#host.requestUpdate();
    };
    const checked = checkVideo(file, signal, told).finally(over);
    this.#host.read(
      checked.then(
        () => undefined,
        () => undefined,
      ),
    );
    return checked;
  }

  #tell(busy: string): void {
    this.#busy = busy;
    this.#host.requestUpdate();
  }

  #cancel(): void {
    this.forget();
    this.#host.requestUpdate();
  }

  #pick(source: VideoSource): void {
    this.webcam.close();
    this.#picked = source;
    if (this.#host.playing !== null) this.#clear();
    if (source === 'webcam') void this.webcam.open();
    this.#host.requestUpdate();
  }

  #clear(): void {
    this.forget();
    takeVideo(this.#host, null, 'clear');
  }

  #export(give: (file: Blob, value: unknown) => Promise<void>): void {
    const host = this.#host;
    const file = host.toBlob();
    // A video from another site may be shown, and yet not be read.
    file
      .then((blob) => blob && give(blob, host.value))
      .catch((error: Error) => (host.message = `The video cannot be given as a file. ${error.message}`));
  }
}
