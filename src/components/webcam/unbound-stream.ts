/** @file Fires `stream` where no binding follows a recording of a camera. */

import type { Recording } from '../../shared/port.ts';
import { valueEvent } from '../../page/value-event.ts';
import type { WebcamHost } from './webcam-host.ts';

/** Milliseconds between two `stream` events where no binding says otherwise. */
const EVERY_MS = 500;

/** What follows a recording that no binding follows: `stream` fires for the page's own listeners. */
export async function fireStream(host: WebcamHost, recording: Recording, handed: () => void): Promise<void> {
  const { ended } = recording;
  host.streamState = 'open';
  for (;;) {
    await recording.visible();
    if (ended.aborted) break;
    handed();
    host.dispatchEvent(valueEvent('stream', () => host.value));
    if (!ended.aborted) await pause(ended);
  }
}

/** Waits for the next event's time, or the end. */
function pause(ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      ended.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, EVERY_MS);
    ended.addEventListener('abort', over);
  });
}
