/** @file Shows a toast about an element, and fires its `error`. */

import { fireToast } from '../../page/events.ts';
import type { Port, Toast } from '../../shared/port.ts';
import { isInSight } from './sight.ts';

/** Shows a toast about an element, in the app around it or in the page. */
export function toast(source: HTMLElement, level: Toast['level'], title: string, message: string): void {
  fireToast(source, { level, title, message, source });
}

/** What says on itself what went wrong with it. */
type Reporting = HTMLElement & Partial<Pick<Port, 'status'>>;

const RUNNING = new Set(['generating', 'streaming']);

/**
 * Hands the page what went wrong with an element, which says so itself: fires `error`, whose `detail` is `{ error }`. It
 * does not bubble, as native ones do not: at the window it would count as an error of a script. Where the element is out
 * of sight, or will say something else with the next value of a run, a toast says it.
 *
 * @param at - Where in the element it is said.
 */
export function report(source: Reporting, title: string, error: Error, at: 'end' | 'middle' = 'end'): void {
  const passing = source.status && RUNNING.has(source.status.stage);
  if (passing || !isInSight(source, at)) toast(source, 'error', title, error.message);
  source.dispatchEvent(new CustomEvent('error', { detail: { error } }));
}
