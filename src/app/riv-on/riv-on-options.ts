/** @file Reads the attributes of `riv-on` as options of `rv.on`. */

import type { BindingOptions } from '../../bind/options.ts';
import { ValueError } from '../../shared/errors.ts';

/** The attributes of `riv-on` that are options of `rv.on` as they are, and how their text is read. */
const READERS: Record<string, (text: string, name: string) => unknown> = {
  fn: String,
  js: String,
  validator: String,
  'stream-every': seconds,
  'time-limit': limit,
  'trigger-mode': String,
  'concurrency-limit': unlimited,
  'concurrency-id': String,
  'show-progress': String,
  thread: String,
  'api-name': String,
};

/** Attributes that hold ids. */
export const ID_LISTS = [
  'for',
  'inputs',
  'outputs',
  'show-progress-on',
  'cancels',
  'after',
  'success',
  'failure',
] as const;

/** Every attribute of `riv-on`. */
export const ATTRIBUTES = [...Object.keys(READERS), ...ID_LISTS, 'event', 'scroll-to-output', 'run-on-load'];

/** Reads the words of an attribute; none when it is absent. */
export function words(element: Element, name: string): string[] {
  return (
    element
      .getAttribute(name)
      ?.trim()
      .split(/[\s,]+/)
      .filter(Boolean) ?? []
  );
}

/** Returns true for an attribute that is there, and is not `"false"`. */
export function isOn(element: Element, name: string): boolean {
  return (element.getAttribute(name) ?? 'false') !== 'false';
}

/** Reads the options that need no other element. @throws {ValueError} for a text that is no number */
export function plainOptions(element: Element): BindingOptions {
  const options: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(READERS)) {
    const text = element.getAttribute(name);
    if (text === null || text === '') continue;
    options[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] = read(text, name);
  }
  if (element.hasAttribute('scroll-to-output')) options.scrollToOutput = isOn(element, 'scroll-to-output');
  options.fn ??= null;
  return options;
}

/** Pairs elements with events; one element or one event serves all. @throws {ValueError} when they do not pair up */
export function pair<T>(targets: readonly T[], events: readonly string[]): [T, string][] {
  const count = Math.max(targets.length, events.length);
  const serves = (length: number) => length === count || length === 1;
  if (!serves(targets.length) || !serves(events.length))
    throw new ValueError(
      `for names ${targets.length} elements, but event ${events.length} events; one of either serves all`,
      {
        target: 'event',
      },
    );
  return Array.from({ length: count }, (_, at) => [
    targets[targets.length === 1 ? 0 : at] as T,
    events[events.length === 1 ? 0 : at] as string,
  ]);
}

function seconds(text: string, name: string): number {
  const value = Number(text);
  if (Number.isNaN(value)) throw new ValueError(`${name}="${text}" is no number`, { target: name });
  return value;
}

function limit(text: string, name: string): number | null {
  const value = unlimited(text, name);
  if (value === null || value > 0) return value;
  throw new ValueError(`${name}="${text}" is no time: expected seconds above 0, or "none"`, { target: name });
}

function unlimited(text: string, name: string): number | null {
  return text === 'none' || text === 'null' ? null : seconds(text, name);
}
