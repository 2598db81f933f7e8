/** @file Fires what follows when the user has given, recorded, trimmed or removed a video. */

import type { VideoHost } from './video-host.ts';

/** The user has given, recorded, trimmed or removed a video: fires `event`, where one is named, `input` and `change`. */
export function takeVideo(host: VideoHost, value: Blob | string | null, event?: string): void {
  host.value = value;
  for (const name of [event, 'input', 'change']) if (name) host.notify(name, { value });
}
