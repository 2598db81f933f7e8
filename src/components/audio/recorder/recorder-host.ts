/** @file The interface through which the microphone knows its component. */

import type { StreamPort } from '../../../shared/port.ts';
import type { Samples } from '../../../shared/values/samples.ts';
import type { DeviceHost } from '../../device-session/device-host.ts';
import type { MediaHost } from '../../media-frame/media-host.ts';
import type { TimeLimit } from '../../time-bar/time-bar.ts';

/** What the microphone asks of its component, and tells it. */
export interface RecorderHost
  extends DeviceHost,
    Pick<MediaHost, 'message' | 'value' | 'notify' | 'take'>,
    Pick<StreamPort, 'status'> {
  readonly type: 'samples' | 'blob';
  readonly streaming: boolean;
  readonly sampleRate: number | null;
  readonly mono: boolean;
  limit: TimeLimit | null;
  /** A chunk of a recording goes to a handler: it is the value, and is not shown. */
  handed(chunk: Blob | Samples): void;
}
