import type { Binding } from './binding.ts';
import { isInside } from './closest-app.ts';

/** Elements are shared by all copies of the library on a page, so what they are bound to is too. */
const LIVE = Symbol.for('rivulet bindings');
const shared = globalThis as { [LIVE]?: Set<Binding> };

/** All bindings that have not been removed, the oldest first. */
export const live = (shared[LIVE] ??= new Set<Binding>());

/** The bindings with an element in an app. */
export function* bindingsIn(app: HTMLElement): Generator<Binding> {
  for (const binding of live)
    if ([...binding.elements].some((element) => element instanceof Node && isInside(app, element)))
      yield binding;
}
