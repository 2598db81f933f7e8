/** @file Says what is wrong with a `riv-on`, all of it. */

import { checkTrigger } from '../../bind/binding/triggers.ts';
import { hint } from '../../components/hints/hint.ts';
import { nearest } from '../../components/hints/nearest.ts';
import { elementById, idsAround } from '../ids.ts';
import { pair, words } from './riv-on-options.ts';

/** Why a `riv-on` has bound nothing, or not all. */
export interface Mistakes {
  /** Elements that attributes name, and that are not there, or cannot be bound. */
  missing: { name: string; id: string }[];
  /** What binding threw. */
  error?: string;
}

/** Hints at each mistake of a `riv-on` by itself. */
export function hintMistakes(on: Element, { missing, error }: Mistakes, holds: () => boolean): void {
  const events = [...wrongEvents(on)];
  const all = [...missing.map((each) => lack(on, each)), ...events.map(({ message }) => message)];
  if (error && !events.some(({ thrown }) => thrown === error)) all.push(error);
  for (const message of all) hint(message, on, { level: 'error', holds });
}

function lack(on: Element, { name, id }: Mistakes['missing'][number]): string {
  const element = elementById(on, id);
  const named = `<riv-on> names ${name}="${id}", `;
  if (element && customElements.get(element.localName)) return `${named}which is bound to nothing`;
  if (element) return `${named}but nothing defines <${element.localName}>`;
  const ids = idsAround(on);
  const meant = nearest(id, ids);
  return `${named}and there is no such id${meant ? `; did you mean "${meant}"?` : ''} (${ids.join(', ') || 'none is there'})`;
}

/** The events that no element which is there has: what binding throws, and the same with the name that was meant. */
function* wrongEvents(on: Element): Generator<{ thrown: string; message: string }> {
  const ids = words(on, 'for');
  const events = words(on, 'event');
  if (ids.length === 0 || events.length === 0) return;
  for (const [id, event] of pairs(ids, events)) {
    const element = elementById(on, id);
    if (!element) continue;
    try {
      checkTrigger([element, event]);
    } catch (error) {
      const thrown = (error as Error).message;
      const meant = nearest(event, (element.constructor as { events?: readonly string[] }).events ?? []);
      yield { thrown, message: meant ? thrown.replace('; its', `; did you mean "${meant}"? Its`) : thrown };
    }
  }
}

/** Those that pair up; that others do not is told as what binding threw. */
function pairs(ids: readonly string[], events: readonly string[]): [string, string][] {
  try {
    return pair(ids, events);
  } catch {
    return [];
  }
}
