/** @file Fires what follows when the user has given, recorded, trimmed or removed a sound. */

import type { AudioHost } from './audio-host.ts';

/** The user has given, recorded, trimmed or removed a sound: fires `event`, where one is named, `input` and `change`. */
export function take(host: AudioHost, file: Blob | null, event?: string): void {
  host.message = '';
  host.value = file;
  tellInput(host, event);
}

/** Fires the events of an edit. */
export function tellInput(host: AudioHost, event?: string): void {
  const { value } = host;
  for (const name of [event, 'input', 'change']) if (name) host.notify(name, { value });
}
