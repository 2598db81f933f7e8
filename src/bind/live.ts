/** @file Lists all bindings of the page that have not been removed. */

import { WeakList } from '../page/weak-list.ts';
import type { Binding } from './binding.ts';
import { isInside } from '../page/closest-app.ts';

/** Elements are shared by all copies of the library on a page, so what they are bound to is too. */
const LIVE = Symbol.for('rivulet bindings');
const shared = globalThis as { [LIVE]?: WeakList<Binding> };

/** All bindings that have not been removed, the oldest first. Their elements hold them, and nothing else: they go together. */
export const live = (shared[LIVE] ??= new WeakList<Binding>());

/** The bindings with an element in an app. */
export function* bindingsIn(app: HTMLElement): Generator<Binding> {
  for (const binding of live)
    if ([...binding.elements].some((element) => element instanceof Node && isInside(app, element)))
      yield binding;
}
