/** @file Fires `stream` where no binding follows a recording of a microphone. */

import type { Recording } from '../../../shared/port.ts';
import type { AudioHost } from '../audio-host.ts';

/** Milliseconds between two `stream` events where no binding says otherwise. */
const EVERY_MS = 500;

/** What follows a recording that no binding follows: `stream` fires for the page's own listeners. */
export async function fireStream(host: AudioHost, recording: Recording): Promise<void> {
  host.streamState = 'open';
  do {
    await pause(recording.ended);
    const chunk = await recording.take();
    if (chunk) host.tell('stream', { value: (chunk as { value: unknown }).value });
  } while (recording.pending);
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
    if (ended.aborted) over();
  });
}
