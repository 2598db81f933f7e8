/** @file Starts the workers of what a reader is about to use. */

import type { Binding } from '../bind/binding/binding.ts';
import { bindingsIn } from '../bind/binding/bindings-in.ts';

const warmed = new WeakSet<Binding>();

/** Fetches what shows how a run goes and why it failed; a failure is left for the first use to report. */
function warmViews(): void {
  import('../components/status/status.ts').catch(() => undefined);
  import('../components/toasts/toasts.ts').catch(() => undefined);
}

/**
 * Starts the workers of what a reader is about to use: the pointer or the focus has come to one of its elements.
 *
 * @param own - The app's own binding, which any part of the app counts for.
 * @returns true when there was one to start.
 */
export function warmNear(app: HTMLElement, event: Event, own: Binding | null): boolean {
  const path = new Set(event.composedPath());
  let found = false;
  for (const binding of bindingsIn(app)) {
    if (
      warmed.has(binding) ||
      (binding !== own && ![...binding.elements].some((element) => path.has(element)))
    )
      continue;
    warmed.add(binding);
    found = true;
    binding.warm();
    warmViews();
  }
  return found;
}
