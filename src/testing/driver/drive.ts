/** @file Drives an app as its user would: `drive(element)`. */

import type { StreamStats } from '../../shared/port.ts';
import { ValueError, describe } from '../../shared/errors.ts';
import { edit } from './edit.ts';
import type { Name } from './names.ts';
import { type Use, buttonNames, buttonOf, labelOf, partOf, partsOf } from './parts.ts';
import { record, stop } from './recorder.ts';
import { runningIn } from './running.ts';
import { type ShownOutput, shownIn, throwFailure } from './shown.ts';
import { turn, until, within } from './wait.ts';

/** How an app is driven. */
export interface DriveOptions {
  /** Seconds that each wait may take before it is an error that says what was awaited; 10 by default. */
  timeout?: number;
}

/** What a test does with an app, and sees of it. Components go by their label, or by their `id`. */
export interface Driver {
  /**
   * Sets a value as the user would: `input` and `change` fire. A `File` or `Blob`, or a list of them, is picked as a file.
   *
   * @throws {ValueError} saying which components there are; when the value does not fit; when the user could not set it.
   */
  set(label: Name, value: unknown): Promise<void>;
  /** Presses the button, link or tab of this name, as soon as it can be seen and pressed. */
  press(name: Name): Promise<void>;
  /** Turns the camera or microphone of a component on, and records. @throws {CameraError} or {MicrophoneError} */
  record(label: Name): Promise<void>;
  /** Stops the recording, and waits until what is in flight is done. */
  stop(label: Name): Promise<void>;
  /** What a component shows now: its `value`. @throws when it shows an error, with its words. */
  // biome-ignore lint/suspicious/noExplicitAny: a test knows what its app shows
  output(label: Name): any;
  /**
   * All that handlers give from this call on, yield by yield, until nothing runs any more. Where nothing runs yet it
   * waits for a run: call it before you press. Leaving the loop stops nothing. @throws what has failed, at its end.
   */
  outputs(): AsyncGenerator<ShownOutput, void>;
  /** Resolves when nothing runs: no handler, no stream, no queue. What has failed shows in `output`. */
  idle(): Promise<void>;
  /** The figures of a stream: frames captured, delivered and dropped, frames per second, latency. */
  stats(label: Name): StreamStats;
}

/**
 * Drives an app: a `riv-interface`, a `riv-blocks`, or anything around or inside them.
 *
 * @param target - The element, or a selector for it, which may appear later.
 */
export function drive(target: Element | string, { timeout = 10 }: DriveOptions = {}): Driver {
  const root = (): Element | null => (typeof target === 'string' ? document.querySelector(target) : target);
  if (typeof target !== 'string' && !(target as Partial<Element> | null)?.querySelectorAll)
    throw new ValueError(`drive() got ${describe(target)}, expected an element or a selector`, {
      target: 'drive',
    });
  const here = (): Element => {
    const element = root();
    if (element) return element;
    throw new ValueError(`drive(): no element matches ${describe(target)}`, { target: 'drive' });
  };
  const part = (label: Name, use: Use) => partOf(here(), label, use);
  const ready = async (): Promise<Element> => {
    const element = await until(root, `an element that matches ${describe(target)}`, timeout);
    await isReady(element, timeout);
    return element;
  };
  return {
    async set(label, value) {
      await ready();
      await edit(part(label, 'set'), value, timeout);
    },
    async press(name) {
      const element = await ready();
      const what = () => `a button ${describe(name)}; there are ${buttonNames(element)}`;
      (await until(() => buttonOf(element, name), what, timeout)).click();
    },
    async record(label) {
      await ready();
      await record(part(label, 'record'), timeout);
    },
    async stop(label) {
      await ready();
      await stop(part(label, 'record'), timeout);
    },
    output(label) {
      const found = part(label, 'read');
      throwFailure(found);
      return found.value;
    },
    outputs: () => shownIn(here(), timeout),
    async idle() {
      const element = await ready();
      const what = () => `nothing to run: ${runningIn(element).join(', ')}`;
      await until(() => runningIn(element).length === 0, what, timeout);
      // One run may start another, and what was given last is painted.
      await turn();
      await until(() => runningIn(element).length === 0, what, timeout);
      const drawn = Promise.all(partsOf(element).map(({ updateComplete }) => updateComplete));
      await within(drawn, 'what was given to be drawn', timeout);
    },
    stats(label) {
      const found = part(label, 'record');
      if (found.streamStats) return { ...found.streamStats };
      throw new ValueError(`"${labelOf(found)}" records nothing: it has no figures of a stream`, {
        target: labelOf(found),
      });
    },
  };
}

/** Waits until an app is set up, and all that is in it. */
async function isReady(element: Element, seconds: number): Promise<void> {
  const undefinedTags = () =>
    [
      ...new Set(
        [element, ...element.querySelectorAll(':not(:defined)')]
          .filter((each) => each.matches(':not(:defined)'))
          .map(({ localName }) => localName),
      ),
    ].filter((tag) => tag.startsWith('riv-'));
  await until(
    () => undefinedTags().length === 0,
    () => `<${undefinedTags().join('>, <')}> to be defined: is Rivulet loaded?`,
    seconds,
  );
  const apps = [
    element,
    ...element.querySelectorAll('riv-interface, riv-blocks, riv-chat-interface'),
  ] as Partial<{
    ready: Promise<void>;
  }>[];
  await within(Promise.all(apps.map(({ ready }) => ready)), 'the app to be ready', seconds);
}
