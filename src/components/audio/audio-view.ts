/** @file The view of an Audio: all that a reader sees and presses of it. */

import { type ReactiveController, type TemplateResult, html } from 'lit';
import { warmOnPress } from '../../media/sound/audio-warm.ts';
import { lazy } from '../../page/lazy.ts';
import { deviceCard, recordButton } from '../device-session/device-card.ts';
import { MediaView } from '../media-frame/media-view.ts';
import { waveIcon } from '../parts/media-icons.ts';
import { report } from '../parts/report.ts';
import type { AudioHost, SoundSource } from './audio-host.ts';
import { loadStream } from './audio-loaders.ts';
import { audioStyles } from './audio.styles.ts';
import { Recorder } from './recorder/recorder.ts';
import { HEARD, checkSound } from './sound-files.ts';
import { nameOf } from './player/sound-name.ts';
import { say } from '../../words/media.ts';

const SOUND = {
  word: 'dropSound',
  icon: waveIcon,
  device: 'microphone',
  fits: HEARD,
  accept: 'audio/*,video/*',
  styles: audioStyles,
} as const;

/** All that a reader sees and presses of an Audio. */
export class AudioView extends MediaView<SoundSource, AudioHost, Recorder> implements ReactiveController {
  #ready = false;
  /** `recording` as it was last seen. */
  #recorded = false;

  constructor(host: AudioHost, root: ShadowRoot) {
    super(host, root, SOUND, (offered) => new Recorder(host, offered));
    host.addController(this);
  }

  /** Brings `recording` and the recorder together: what the page has set counts, else what the recorder does. */
  hostUpdated(): void {
    const { host, session } = this;
    if (host.recording !== this.#recorded) this.#obey(host.recording);
    this.#recorded = host.recording = session.active;
  }

  override frame(): TemplateResult {
    this.#prepare();
    return super.frame();
  }

  /** The first chunk of a stream need not wait for what plays it. */
  #prepare(): void {
    const { streaming, takes, autoplay } = this.host;
    if (this.#ready || !streaming || takes) return;
    this.#ready = true;
    loadStream().catch(() => undefined); // tried again with the first chunk
    if (autoplay) warmOnPress();
  }

  #obey(record: boolean): void {
    const { host, session } = this;
    if (!record && session.active) {
      if (session.recording === 'off') session.leave();
      else session.stop();
    } else if (record && host.takes && host.sources.includes('microphone')) {
      this.picked = 'microphone';
      void session.record();
    }
  }

  protected override get filled(): boolean {
    return this.host.playing !== null;
  }

  protected override get shows(): boolean {
    return this.filled && !this.#recording;
  }

  /** The player has a button that saves. */
  protected override actions() {
    return { ...super.actions(), download: undefined };
  }

  protected override check(file: File): Promise<File> {
    return checkSound(file);
  }

  protected override nameOf(file: Blob): Promise<string> {
    return nameOf(file, 'audio');
  }

  protected override stage(): unknown {
    const { host, session } = this;
    if (!this.#recording) return host.playing ? this.#player() : this.empty();
    if (session.phase !== 'live') return deviceCard(session);
    return session.parts?.liveStage(session, host.streamState === 'open');
  }

  /** The controls of a microphone; what it does is in the card while there is nothing to press. */
  protected override controls(): unknown {
    const { session, waiting } = this;
    if (this.source !== 'microphone') return null;
    if (session.phase === 'live') return session.parts?.liveControls(session, waiting);
    if (session.phase === 'asking') return html`<span class="hint">${say('askingMicrophone')}</span>`;
    return recordButton(() => void session.record());
  }

  /** True while the microphone has the stage. */
  get #recording(): boolean {
    const { takes, playing } = this.host;
    const { phase, recording } = this.session;
    const shown = phase === 'error' ? playing === null : phase !== 'idle';
    return recording !== 'off' || (takes && this.source === 'microphone' && shown);
  }

  #player(): TemplateResult {
    const { host } = this;
    if (!customElements.get('riv-audio-player'))
      lazy(() => import('./player/audio-player.ts')).catch((error: Error) => (host.message = error.message));
    const notify = (event: Event) => host.notify(event.type);
    return html`<riv-audio-player
      .source=${host.playing}
      .label=${host.name}
      .position=${host.playbackPosition}
      .loop=${host.loop}
      .autoplay=${host.autoplay && !host.takes}
      .editable=${host.takes && host.editable}
      .file=${host.format === 'wav' ? null : this.#file}
      .downloadable=${host.buttons.includes('download')}
      @play=${notify}
      @pause=${notify}
      @stop=${notify}
      @time=${({ detail }: CustomEvent<{ value: number }>) => (host.playbackPosition = detail.value)}
      @error=${({ detail }: CustomEvent<Error>) => report(host, 'Sound', detail)}
      @edit=${({ detail }: CustomEvent<{ value: Blob }>) => host.take(detail.value)}
    ></riv-audio-player>`;
  }

  /** The file that is shared, and that Download saves where it is not the one that is played. */
  protected override async file(): Promise<Blob | null> {
    try {
      return await this.host.toBlob();
    } catch (error) {
      this.host.complain(error as Error);
      return null;
    }
  }

  readonly #file = (): Promise<Blob | null> => this.file();
}
