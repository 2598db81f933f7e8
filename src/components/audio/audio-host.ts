import type { AudioStream } from '../../media/sound/audio-out.ts';
import type { StreamPort } from '../../shared/port.ts';
import type { Samples } from '../../shared/values/samples.ts';
import type { TimeLimit } from '../time-bar/time-bar.ts';
import type { DeviceHost } from '../device-session/device-host.ts';
import type { SoundSource } from './audio-sources.ts';
import type { SoundFormat, SoundValue } from './sound.ts';

/** What the parts that are loaded later ask of an Audio, and tell it. */
export interface AudioHost extends DeviceHost, Pick<StreamPort, 'streamStats'> {
  readonly type: 'samples' | 'blob';
  readonly format: SoundFormat;
  readonly sources: SoundSource[];
  readonly streaming: boolean;
  readonly autoplay: boolean;
  readonly loop: boolean;
  playbackPosition: number;
  readonly editable: boolean;
  readonly sampleRate: number | null;
  readonly mono: boolean;
  recording: boolean;
  readonly buttons: readonly (string | Node)[];
  readonly name: string;
  readonly info: string;
  readonly container: boolean;
  readonly showLabel: boolean;
  /** The user may record and upload. */
  readonly takes: boolean;
  /** What is to be played. */
  readonly playing: Blob | Samples | AudioStream | null;
  limit: TimeLimit | null;
  value: SoundValue | undefined;
  /** A sentence about what is wrong. */
  message: string;
  /** Fires an event of the component. */
  notify(name: string, detail?: unknown): void;
  /** Says what went wrong, here and in a toast. */
  complain(error: Error): void;
  /** A file is being read: handlers wait for it. */
  read(file: Promise<void>): void;
  toBlob(): Promise<Blob | null>;
  /** A chunk of a recording goes to a handler: it is the value, and is not shown. */
  handed(chunk: Blob | Samples): void;
}
