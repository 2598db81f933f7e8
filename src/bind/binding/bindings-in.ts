/** @file Finds the bindings of an app. */

import { isInside } from '../../page/around.ts';
import { type Binding, live } from './binding.ts';

/** Finds the bindings with an element in an app. */
export function* bindingsIn(app: HTMLElement): Generator<Binding> {
  for (const binding of live)
    if ([...binding.elements].some((element) => element instanceof Node && isInside(app, element)))
      yield binding;
}
