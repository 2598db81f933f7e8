/** @file Checks triggers, says what follows from their kind, and makes `ctx.event` of an event. */

import { ValueError, describe } from '../../shared/errors.ts';
import { nearest } from '../../page/nearest.ts';
import type { ShowProgress, StreamPort } from '../../shared/port.ts';
import type { HandlerEvent } from '../../shared/protocol.ts';
import type { TriggerMode } from '../options.ts';

/** An element and the name of its event. */
export type Trigger = readonly [element: EventTarget, event: string];

/**
 * Checks a trigger at the public door. Gradio's names of events are taken for ours: `start_recording` is
 * `startRecording`.
 *
 * @returns the trigger with the name of its element's event.
 * @throws {ValueError} naming the element and the events it has.
 */
export function checkTrigger([element, event]: Trigger): Trigger {
  if (typeof (element as Partial<EventTarget> | null)?.addEventListener !== 'function')
    throw new ValueError(`on(): the element got ${describe(element)}, expected an element`, {
      target: 'element',
    });
  const { events, openEvents } = element.constructor as { events?: readonly string[]; openEvents?: boolean };
  if (!events || openEvents) return [element, event];
  const name = String(event).replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (events.includes(name)) return [element, name];
  const meant = nearest(name, events);
  throw new ValueError(
    `<${(element as Element).localName}> has no event ${JSON.stringify(event)}; ` +
      `${meant ? `did you mean "${meant}"? Its` : 'its'} events are ${events.join(', ') || 'none'}`,
    { target: (element as Element).id || (element as Element).localName },
  );
}

/** Returns true for a trigger that opens a stream rather than a run. */
export function isStream(trigger: Trigger): trigger is readonly [StreamPort, 'stream'] {
  return trigger[1] === 'stream' && typeof (trigger[0] as Partial<StreamPort>).onRecord === 'function';
}

/** Events that tell of another value, or another choice: the last of them counts. */
const EDITS = new Set('change input keyUp edit release select upload clear delete stopRecording'.split(' '));

/** Says what a binding does with events during a run, where its author did not say. */
export function defaultMode(triggers: readonly Trigger[]): TriggerMode {
  if (triggers.some(([, event]) => EDITS.has(event))) return 'alwaysLast';
  return triggers.length === 0 || triggers.every(isStream) ? 'multiple' : 'once';
}

/** Says how much a binding shows where its author did not say: little for streams, nothing for the tick of a Timer. */
export function defaultProgress(triggers: readonly Trigger[]): ShowProgress {
  if (triggers.some(isStream)) return 'minimal';
  return triggers.length > 0 && triggers.every(([, event]) => event === 'tick') ? 'hidden' : 'full';
}

/**
 * Makes the event as a handler sees it. A value is left out: handlers have it among their inputs. Errors are plain
 * data.
 */
export function eventOf(event: Event): HandlerEvent {
  const target = event.target as Partial<Element>;
  return {
    target: target.id || target.localName || '',
    name: event.type,
    data: dataOf((event as CustomEvent).detail),
  };
}

function dataOf(detail: unknown): unknown {
  if (typeof detail !== 'object' || detail === null) return detail ?? null;
  const data = { ...detail } as Record<string, unknown>;
  const kinds = ['string', 'number', 'boolean', 'undefined'];
  for (const [key, value] of Object.entries(data)) {
    if (value === null || kinds.includes(typeof value)) continue;
    if (value instanceof Error) data[key] = { ...value, name: value.name, message: value.message };
    else if (key === 'value' || typeof value === 'function' || value instanceof EventTarget) delete data[key];
  }
  return data;
}
