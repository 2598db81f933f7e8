/** @file Starts the rehearsal of handlers that are given by name, while the page is being made. */

import type { Binding } from '../../bind/binding/binding.ts';
import { developing } from '../../bridge/configure.ts';
import { lazy } from '../../page/lazy.ts';

/** Milliseconds after which handlers are looked at: what the reader sees comes first. */
const LATER_MS = 500;

/** Bindings that were looked at: the app and the page both ask. */
const seen = new WeakSet<Binding>();

/** Looks whether handlers that are given by name are there and valid, while the page is being made. None is run. */
export function rehearse(bindings: Iterable<Binding>): void {
  if (!developing()) return;
  const named = [...bindings].filter(
    (binding) => !seen.has(binding) && [binding.options.fn, binding.options.js].some(isName),
  );
  if (named.length === 0) return;
  for (const binding of named) seen.add(binding);
  setTimeout(() => {
    lazy(() => import('./rehearsal.ts')).then(({ rehearseAll }) => rehearseAll(named), console.error);
  }, LATER_MS);
}

const isName = (fn: unknown) => (typeof fn === 'string' && fn !== '') || fn instanceof URL;
