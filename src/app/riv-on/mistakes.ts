/** @file Says what is wrong with a `riv-on`, all of it. */

import { checkTrigger } from '../../bind/binding/triggers.ts';
import { hint } from '../../components/hints/hint.ts';
import { nearest } from '../../page/nearest.ts';
import { elementById, idsAround } from '../../page/around.ts';
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
  const all = new Set([...missing.map((each) => lack(on, each)), ...wrongEvents(on)]);
  if (error) all.add(error);
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

/** What binding throws for the events that no element which is there has. */
function* wrongEvents(on: Element): Generator<string> {
  const ids = words(on, 'for');
  const events = words(on, 'event');
  if (ids.length === 0 || events.length === 0) return;
  for (const [id, event] of pairs(ids, events)) {
    const element = elementById(on, id);
    if (!element) continue;
    try {
      checkTrigger([element, event]);
    } catch (error) {
      yield (error as Error).message;
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
