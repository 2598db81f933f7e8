/** @file Looks for mistakes about elements, a moment after they have come. */

import { lazy } from '../../page/lazy.ts';
import { isSuspect } from './suspects.ts';

/** Milliseconds after which all that an element needs around it should have come. */
const PATIENCE_MS = 1000;

/** Scripts in an app that are no handlers; few were meant to be. */
const OTHER_SCRIPTS = ':is(riv-interface, riv-blocks, riv-chat-interface) script:not([type="handler" i])';

/** Looks at an element that is not ready; what never is, is not looked at for ever. */
const MOST_LOOKS = 10;

const fresh = new Set<Element>();
const looks = new WeakMap<Element, number>();
let waiting = false;

/** Looks for mistakes about an element, a moment after it has come. Without an element: for tags that nothing defines. */
export function checkSoon(element?: Element): void {
  if (element) fresh.add(element);
  if (waiting) return;
  waiting = true;
  setTimeout(look, PATIENCE_MS);
}

function look(): void {
  waiting = false;
  const loading = document.readyState === 'loading';
  const all = [...fresh].filter((each) => each.isConnected);
  const later = all.filter((each) => loading || (each as { isReady?: boolean }).isReady === false);
  const again = later.filter((each) => loading || (looks.get(each) ?? 0) < MOST_LOOKS);
  fresh.clear();
  for (const each of again) {
    looks.set(each, (looks.get(each) ?? 0) + 1);
    checkSoon(each);
  }
  if (loading) return;
  const now = [
    ...document.querySelectorAll(`:not(:defined), ${OTHER_SCRIPTS}`),
    ...all.filter((each) => !later.includes(each)),
  ];
  const wrong = now.filter((each) => isSuspect(each));
  if (wrong.length > 0) lazy(() => import('./hints.ts')).then(({ hintAll }) => hintAll(wrong), console.error);
}
