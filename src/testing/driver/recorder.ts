/** @file Presses what records: Webcam or Microphone, Record, Stop. */

import { type Part, buttonNames, buttonOf, labelOf } from './parts.ts';
import { until } from './wait.ts';

/** Records: turns the device on where it is off. @throws what the component says is wrong with the device */
export async function record(part: Part, seconds: number): Promise<void> {
  const failure = { error: null as Error | null };
  const onError = (event: Event) => {
    failure.error = (event as CustomEvent<{ error: Error }>).detail.error;
  };
  part.addEventListener('error', onError);
  const pressed = new Set<Element>();
  try {
    await until(
      () => {
        if (failure.error) throw failure.error;
        if (buttonOf(part, /^(Stop|Waiting)$/)) return true;
        const next = buttonOf(part, /^Record( again)?$/) ?? buttonOf(part, /Webcam|Microphone/);
        if (next && !pressed.has(next)) {
          pressed.add(next);
          next.click();
        }
        return false;
      },
      () => `"${labelOf(part)}" to record; its buttons are ${buttonNames(part)}`,
      seconds,
    );
  } finally {
    part.removeEventListener('error', onError);
  }
}

/** Stops a recording, and waits until what is in flight is done. */
export async function stop(part: Part, seconds: number): Promise<void> {
  const what = () => `"${labelOf(part)}" to stop; its stream is ${part.streamState}`;
  const button = await until(() => buttonOf(part, /^(Stop|Waiting)$/), what, seconds);
  button.click();
  await until(() => part.streamState === 'closed' && !buttonOf(part, /^(Stop|Waiting)$/), what, seconds);
  await part.updateComplete;
}
