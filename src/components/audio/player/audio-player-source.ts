/** @file The sound that a player has open, whatever kind it is of. */

import { AudioStream } from '../../../media/sound/audio-stream.ts';
import { MediaError, RivuletError } from '../../../shared/errors.ts';
import type { Samples } from '../../../shared/values/samples.ts';
import type { PlayerHost, PlayerSource } from '../../player/media-player.ts';
import type { Playable } from './playable.ts';
import { type LoadedSound, load, loadStream, rescue, secondsOf } from './sound-load.ts';

/** What a player can be given. */
export type PlayedSound = Blob | Samples | AudioStream;

/** What the sound that is open asks of the player around it, and tells it. */
export interface AudioPlayerHost extends PlayerHost {
  readonly loop: boolean;
  readonly volume: number;
  readonly muted: boolean;
  readonly speed: number;
  /** `play`, when sound begins; `stop`, when the end was heard. */
  notify(name: 'play' | 'stop'): void;
}

/** The sound that a player has open, whatever kind it is of. */
export class AudioPlayerSource implements PlayerSource<PlayedSound> {
  /** What plays; `null` when nothing is open. */
  playable: Playable | null = null;
  /** The sound as a whole, where there is one. */
  loaded: LoadedSound | null = null;
  /** Seconds: what is heard now. */
  time = 0;
  readonly #host: AudioPlayerHost;
  #source: PlayedSound | null = null;
  #life = new AbortController();
  #clock = 0;

  constructor(host: AudioPlayerHost) {
    this.#host = host;
  }

  get isOpen(): boolean {
    return this.playable !== null;
  }

  /** Seconds; 0 while it is not known. */
  get duration(): number {
    const samples = this.loaded?.samples;
    return this.playable?.duration || (samples ? secondsOf(samples) : 0);
  }

  /** True while more of the sound is to come. */
  get growing(): boolean {
    return this.playable instanceof AudioStream && !this.playable.finished;
  }

  /** True when there is no sound to play. Some browsers read a file only when it is played: no length says nothing. */
  get silent(): boolean {
    return this.duration === 0 && (this.playable instanceof AudioStream || this.loaded?.samples !== null);
  }

  open(source: PlayedSound | null): void {
    this.close();
    this.#source = source;
    this.#life = new AbortController();
    if (source instanceof AudioStream) {
      this.#follow(source);
      this.#replaceStream();
    } else if (source) this.#load(source);
  }

  /** Lets all go. A stream is its owner's: it is paused, and its device let go. */
  close(): void {
    this.#life.abort();
    cancelAnimationFrame(this.#clock);
    if (this.playable instanceof AudioStream) this.playable.release();
    this.loaded?.file.close();
    this.playable = this.loaded = null;
    this.time = 0;
  }

  seek(time: number): void {
    this.playable?.seek(time);
    this.#look();
  }

  /** Brings volume, speed and loop to what plays. */
  adjust(): void {
    const { volume, muted, loop, speed } = this.#host;
    if (this.playable) this.playable.volume = muted ? 0 : volume;
    if (speed !== 1) this.#replaceStream();
    if (this.loaded) Object.assign(this.loaded.file.audio, { loop, playbackRate: speed });
  }

  #load(source: Blob | Samples): void {
    const { decoded, ...loaded } = load(source);
    const { signal } = this.#life;
    this.#show(loaded);
    loaded.file.addEventListener('error', () => void this.#rescue(loaded.blob), { signal });
    if (this.#host.autoplay) loaded.file.play();
    void decoded.then((samples) => {
      if (!samples || signal.aborted || this.loaded?.file !== loaded.file) return;
      this.loaded = { ...loaded, samples };
      this.#host.requestUpdate();
    });
  }

  #show(loaded: LoadedSound): void {
    this.loaded = loaded;
    this.#follow(loaded.file);
  }

  #follow(playable: Playable): void {
    const { signal } = this.#life;
    let before = this.playable?.state ?? 'empty';
    const look = () => {
      if (playable !== this.playable) return;
      const begins = playable.state === 'playing' && before !== 'playing' && before !== 'waiting';
      before = playable.state;
      this.#look();
      if (begins) this.#host.notify('play');
      if (playable.state === 'ready') this.#replaceStream();
    };
    for (const name of ['state', 'duration']) playable.addEventListener(name, look, { signal });
    playable.addEventListener('end', () => this.#onEnd(playable), { signal });
    this.playable = playable;
    look();
  }

  #onEnd(playable: Playable): void {
    if (playable instanceof AudioStream) this.#replaceStream();
    this.#look();
    this.#host.notify('stop');
    if (this.#host.loop && this.playable?.state === 'ready') this.playable.play();
  }

  /** A stream that is complete goes on as a file, which has a picture and all speeds; not while it is heard. */
  #replaceStream(): void {
    const stream = this.playable;
    if (!(stream instanceof AudioStream) || stream.state === 'blocked') return;
    const playing = stream.state === 'playing' || stream.state === 'starting';
    if (playing && this.#host.speed === 1) return;
    const loaded = loadStream(stream);
    if (!loaded) return;
    const { currentTime, duration } = stream;
    if (currentTime < duration) loaded.file.seek(currentTime);
    this.#show(loaded);
    stream.pause();
    if (playing) loaded.file.play();
  }

  async #rescue(blob: Blob): Promise<void> {
    const { signal } = this.#life;
    try {
      const loaded = await rescue(blob);
      if (signal.aborted) return loaded.file.close();
      this.loaded?.file.close();
      this.#show(loaded);
      if (this.#host.autoplay) loaded.file.play();
    } catch (cause) {
      if (signal.aborted) return;
      const known = cause instanceof RivuletError;
      this.#host.fail(known ? cause : new MediaError(String(cause), { cause, type: blob.type }));
    }
  }

  /** Follows the sound as long as it plays. */
  #look(): void {
    cancelAnimationFrame(this.#clock);
    if (!this.playable) return;
    this.time = this.playable.currentTime;
    this.#host.requestUpdate();
    if (this.playable.state === 'playing') this.#clock = requestAnimationFrame(() => this.#look());
  }

  /** What was opened. */
  get source(): PlayedSound | null {
    return this.#source;
  }
}
