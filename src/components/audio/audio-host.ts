/** @file The interface through which the parts that are loaded later know an Audio. */

import type { AudioStream } from '../../media/sound/audio-stream.ts';
import type { StreamPort } from '../../shared/port.ts';
import type { Samples } from '../../shared/values/samples.ts';
import type { TakingHost } from '../media-frame/media-view.ts';
import type { TimeLimit } from '../time-bar/time-bar.ts';
import type { RecorderHost } from './recorder/recorder-host.ts';
import type { SoundFormat, SoundValue } from './sound.ts';

/** Where a sound may come from. */
export type SoundSource = 'upload' | 'microphone';

/** What the view of an Audio asks of it, and tells it. */
export interface AudioHost extends TakingHost<SoundSource>, RecorderHost, Pick<StreamPort, 'streamStats'> {
  readonly format: SoundFormat;
  readonly autoplay: boolean;
  readonly loop: boolean;
  playbackPosition: number;
  readonly editable: boolean;
  recording: boolean;
  /** What is to be played. */
  readonly playing: Blob | Samples | AudioStream | null;
  limit: TimeLimit | null;
  value: SoundValue | undefined;
}
