/** @file The view of an Audio: all that a reader sees and presses of it. */

import { type ReactiveController, type TemplateResult, adoptStyles, html, nothing } from 'lit';
import { warmOnPress } from '../../media/sound/audio-warm.ts';
import { part } from '../../page/lazy.ts';
import { deviceCard, recordButton } from '../device-session/device-card.ts';
import { FocusKeeper } from '../parts/focus-keeper.ts';
import { waveIcon } from '../parts/media-icons.ts';
import { faceStyles } from '../media-frame/view.styles.ts';
import { type Drops, frame, head } from '../media-frame/frame-view.ts';
import { report } from '../parts/report.ts';
import type { AudioHost } from './audio-host.ts';
import type { SoundSource } from './audio-sources.ts';
import { audioStyles } from './audio.styles.ts';
import { emptyOutput, sourceButtons, tools, uploadCard } from './audio-views.ts';
import { Recorder } from './recorder/recorder.ts';
import { preload } from './audio-stream-writer.ts';
import { checkSound, pickSound } from './sound-files.ts';
import { take } from './take.ts';

/** Milliseconds that a stream must wait before the button says so. */
const PATIENCE_MS = 150;

/** All that a reader sees and presses of an Audio; made when the first one is in the page. */
export class AudioFace implements ReactiveController {
  readonly recorder: Recorder;
  readonly #host: AudioHost;
  #picked: SoundSource | null = null;
  #turn = 0;
  #dropping = false;
  #waiting = false;
  #patience: ReturnType<typeof setTimeout> | null = null;
  #ready = false;
  /** `recording` as it was last seen. */
  #told = false;

  constructor(host: AudioHost, root: ShadowRoot) {
    adoptStyles(root, [...root.adoptedStyleSheets, ...faceStyles, audioStyles]);
    this.#host = host;
    this.recorder = new Recorder(host, () => host.takes && this.source === 'microphone');
    host.addController(this);
    new FocusKeeper(host, {
      root: () => root,
      heirs: ['control'],
      waits: () => this.recorder.phase === 'asking',
    });
  }

  /** Brings `recording` and the recorder together: what the page has set counts, else what the recorder does. */
  hostUpdated(): void {
    const host = this.#host;
    if (host.recording !== this.#told) this.#obey(host.recording);
    this.#told = host.recording = this.recorder.active;
  }

  /** The source that the user has picked, or the first. */
  get source(): SoundSource {
    const { sources } = this.#host;
    return this.#picked && sources.includes(this.#picked) ? this.#picked : (sources[0] ?? 'upload');
  }

  /** What is still being read is no longer wanted. */
  forget(): void {
    this.#turn += 1;
  }

  frame(): TemplateResult {
    this.#wait();
    this.#prepare();
    const { limit } = this.#host;
    const inside = html`
      ${head(this.#host, waveIcon, this.#tools())}
      <div class="stage" part="stage">${this.#stage()}</div>
      ${this.#bar()} ${limit ? html`<riv-time-bar .limit=${limit}></riv-time-bar>` : nothing}`;
    return frame(this.#host, this.#drops, this.#dropping, inside);
  }

  /** The first chunk of a stream need not wait for what plays it. */
  #prepare(): void {
    const { streaming, takes, autoplay } = this.#host;
    if (this.#ready || !streaming || takes) return;
    this.#ready = true;
    preload();
    if (autoplay) warmOnPress();
  }

  #wait(): void {
    if (this.#host.streamState !== 'waiting') {
      if (this.#patience) clearTimeout(this.#patience);
      this.#patience = null;
      this.#waiting = false;
    } else
      this.#patience ??= setTimeout(() => {
        this.#waiting = true;
        this.#host.requestUpdate();
      }, PATIENCE_MS);
  }

  #tools(): TemplateResult {
    const host = this.#host;
    const filled = host.playing !== null && !this.#recording;
    return tools({
      own: host.buttons.filter((each) => typeof each !== 'string'),
      share: filled && host.buttons.includes('share') ? () => void this.#share() : null,
      clear: filled && host.takes ? () => this.#clear() : null,
    });
  }

  #stage(): unknown {
    const host = this.#host;
    if (this.#recording) return this.#recorderStage();
    if (host.playing) return this.#player();
    if (!host.takes) return emptyOutput();
    return this.source === 'microphone' ? deviceCard(this.recorder) : uploadCard(this.#onPick);
  }

  #bar(): unknown {
    const host = this.#host;
    const { recorder, source } = this;
    if (!host.takes) return nothing;
    const choices = host.sources.length > 1 && recorder.recording === 'off';
    const records = source === 'microphone';
    if (!choices && !records) return nothing;
    return html`<div class="bar ${choices && recorder.phase === 'live' ? 'full' : ''}" part="bar">
      ${choices ? sourceButtons(host.sources, source, (next) => this.#pick(next)) : nothing}
      <div class="controls">${records ? this.#controls() : nothing}</div>
      <div class="end">${recorder.parts?.closeButton(recorder)}</div>
    </div>`;
  }

  /** The controls of a microphone; what it does is in the card while there is nothing to press. */
  #controls(): unknown {
    const { recorder } = this;
    if (recorder.phase === 'live') return recorder.parts?.liveControls(recorder, this.#waiting);
    if (recorder.phase === 'asking') return html`<span class="hint">Asking for the microphone</span>`;
    return recordButton(() => void recorder.record());
  }

  readonly #drops: Drops = {
    onDrag: (event) => {
      if (!this.#wantsFiles || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      this.#drag(true);
    },
    onDragEnd: (event) => {
      const surface = event.currentTarget as HTMLElement;
      if (!surface.contains(event.relatedTarget as Node | null)) this.#drag(false);
    },
    onDrop: (event) => {
      this.#drag(false);
      if (!this.#wantsFiles) return;
      event.preventDefault();
      this.#give(pickSound(event.dataTransfer?.files));
    },
    onPaste: (event) => {
      const file = pickSound(event.clipboardData?.files);
      if (!file || !this.#wantsFiles) return;
      event.preventDefault();
      this.#give(file);
    },
  };

  get #mayRecord(): boolean {
    const { takes, sources } = this.#host;
    return takes && sources.includes('microphone');
  }

  #obey(record: boolean): void {
    const { recorder } = this;
    if (!record && recorder.active) {
      if (recorder.recording === 'off') recorder.leave();
      else recorder.stop();
    } else if (record && this.#mayRecord) {
      this.#picked = 'microphone';
      void recorder.record();
    }
  }

  #drag(over: boolean): void {
    this.#dropping = over;
    this.#host.requestUpdate();
  }

  readonly #onPick = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.#give(pickSound(input.files));
    input.value = ''; // the same file may be picked again
  };

  get #wantsFiles(): boolean {
    const { takes, sources } = this.#host;
    return takes && sources.includes('upload') && this.recorder.recording === 'off';
  }

  /** True while the microphone has the stage. */
  get #recording(): boolean {
    const { takes, playing } = this.#host;
    const { phase, recording } = this.recorder;
    const shown = phase === 'error' ? playing === null : phase !== 'idle';
    return recording !== 'off' || (takes && this.source === 'microphone' && shown);
  }

  #recorderStage(): unknown {
    const { recorder } = this;
    if (recorder.phase !== 'live') return deviceCard(recorder);
    return recorder.parts?.liveStage(recorder, this.#host.streamState === 'open');
  }

  #player(): TemplateResult {
    const host = this.#host;
    if (!customElements.get('riv-audio-player'))
      part(() => import('./player/audio-player.ts')).catch((error: Error) => (host.message = error.message));
    const tell = (event: Event) => host.notify(event.type);
    return html`<riv-audio-player
      .source=${host.playing}
      .label=${host.name}
      .position=${host.playbackPosition}
      .loop=${host.loop}
      .autoplay=${host.autoplay && !host.takes}
      .editable=${host.takes && host.editable}
      .file=${host.format === 'wav' ? null : this.#file}
      .downloadable=${host.buttons.includes('download')}
      @play=${tell}
      @pause=${tell}
      @stop=${tell}
      @time=${({ detail }: CustomEvent<{ value: number }>) => (host.playbackPosition = detail.value)}
      @error=${({ detail }: CustomEvent<Error>) => report(host, 'Sound', detail)}
      @edit=${({ detail }: CustomEvent<{ value: Blob }>) => take(host, detail.value)}
    ></riv-audio-player>`;
  }

  /** The file that is shared, and that Download saves where it is not the one that is played. */
  readonly #file = async (): Promise<Blob | null> => {
    try {
      return await this.#host.toBlob();
    } catch (error) {
      this.#host.complain(error as Error);
      return null;
    }
  };

  #give(file: File | null): void {
    if (!file) return;
    const turn = ++this.#turn;
    const still = () => turn === this.#turn;
    const check = async () => {
      try {
        await checkSound(file);
        if (!still()) return;
        this.recorder.close();
        if (this.source !== 'upload') this.#picked = 'upload';
        take(this.#host, file, 'upload');
      } catch (error) {
        if (still()) this.#host.complain(error as Error);
      }
    };
    this.#host.read(check());
  }

  #pick(source: SoundSource): void {
    this.recorder.close();
    this.#picked = source;
    if (this.#host.playing) this.#clear();
    if (source === 'microphone') void this.recorder.open();
    this.#host.requestUpdate();
  }

  #clear(): void {
    this.forget();
    take(this.#host, null, 'clear');
  }

  async #share(): Promise<void> {
    const { shareSound } = await part(() => import('./share-sound.ts'));
    await shareSound(await this.#file());
  }
}
