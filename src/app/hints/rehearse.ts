/** @file Starts the rehearsal of handlers that are given by name, while the page is being made. */

import type { Binding } from '../../bind/binding.ts';
import { developing } from '../../bridge/configure.ts';
import { lazy } from '../../page/lazy.ts';

/** Milliseconds after which handlers are looked at: what the reader sees comes first. */
const LATER_MS = 500;

/** Looks whether handlers that are given by name are there and valid, while the page is being made. None is run. */
export function rehearse(bindings: Iterable<Binding>): void {
  const named = [...bindings].filter(({ options: { fn, js } }) => [fn, js].some(isName));
  if (named.length === 0 || !developing()) return;
  setTimeout(() => {
    lazy(() => import('./rehearsal.ts')).then(({ rehearseAll }) => rehearseAll(named), console.error);
  }, LATER_MS);
}

const isName = (fn: unknown) => (typeof fn === 'string' && fn !== '') || fn instanceof URL;
