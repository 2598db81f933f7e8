/** @file The public properties of an Audio. */

import { property } from 'lit/decorators.js';
import type { StreamState } from '../../shared/port.ts';
import { A_RATE, isRate } from '../../shared/values/samples.ts';
import { type Converter, buttonsConverter, oneOf, numberConverter } from '../base/attributes.ts';
import type { Follower } from '../device-session/device-host.ts';
import { MediaElement } from '../media-frame/media-element.ts';
import { Sources } from '../media-frame/sources.ts';
import type { SoundSource } from './audio-host.ts';
import type { AudioView } from './audio-view.ts';
import { FORMATS, type SoundFormat, type SoundValue } from './sound.ts';

export const SOUND_SOURCES = new Sources<SoundSource>('Audio', 'upload', 'microphone');

const rateConverter: Converter<number | null> = {
  ...numberConverter,
  expects: (value) => (isRate(value) ? undefined : A_RATE),
};

/** What a page can say about an Audio. */
export abstract class AudioOptions extends MediaElement<SoundValue, AudioView> {
  /** What a handler is given: samples, or a file: a WAV of what was recorded, the original of what was uploaded. */
  @property({ converter: oneOf('samples', 'blob') }) type: 'samples' | 'blob' = 'samples';
  /** Where the user may take a sound from: `upload`, `microphone`. Default: both; only the microphone when `streaming` is set. */
  @property({ converter: SOUND_SOURCES.converter })
  get sources(): SoundSource[] {
    return this.#sources ?? (this.streaming ? ['microphone'] : [...SOUND_SOURCES.all]);
  }
  set sources(sources: readonly string[] | string | null) {
    this.#sources = SOUND_SOURCES.check(sources);
  }
  /** As an input: the microphone streams. As an output: results play back to back, from the first one on. */
  @property({ type: Boolean }) streaming = false;
  /** Plays a handler's sound as soon as it is there. */
  @property({ type: Boolean }) autoplay = false;
  /** Seconds: the place that is heard now. Set it, and the sound goes there. */
  @property({ type: Number }) playbackPosition = 0;
  /** Begins again at the end. */
  @property({ type: Boolean }) loop = false;
  /** False: the user may not trim what was recorded or uploaded. */
  @property({ type: Boolean })
  override get editable(): boolean {
    return this.#editable;
  }
  override set editable(editable: boolean) {
    this.#editable = editable;
  }
  /** Samples per second that a handler is given; default: as recorded, or as in the file. */
  @property({ converter: rateConverter }) sampleRate: number | null = null;
  /** True: a handler is given one channel, the mean of all. */
  @property({ type: Boolean }) mono = false;
  /** What is asked of the microphone, as `getUserMedia` takes it. Default: what the browser thinks best for a voice. */
  @property({ type: Object }) constraints: MediaStreamConstraints | MediaTrackConstraints | null = null;
  /** True while it records, or waits for the microphone to be allowed. Set it, and it starts or stops. */
  @property({ type: Boolean }) recording = false;
  /**
   * Kind of file that Download, `toBlob()` and, with the type `blob`, the handler get of what was recorded, or given as
   * samples: `wav`, `mp3`, `m4a` (or `mp4`), `ogg`, `webm`, `flac` or `aac`. What this browser cannot write, ffmpeg does:
   * some 32 MB to download for the first time.
   */
  @property({ converter: oneOf(...FORMATS) }) format: SoundFormat = 'wav';
  /** Small buttons: `download`, `share`, or elements of the page's own. */
  @property({ converter: buttonsConverter }) override buttons: (string | Node)[] = ['download', 'share'];
  /** State of the stream: `closed`, `waiting` for its turn, `open`. */
  @property({ attribute: false }) streamState: StreamState = 'closed';

  /** @internal */
  readonly followers = new Set<Follower>();
  #sources: SoundSource[] | null = null;
  #editable = true;

  /** True when the user may record and upload now. @internal */
  override get takes(): boolean {
    return super.editable;
  }
}
