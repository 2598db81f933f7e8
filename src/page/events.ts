/** @file Makes events that several rooms fire: toasts, and values that are read only when asked for. */

import type { Toast } from '../shared/port.ts';

/** Shows a toast in the app that `from` stands in, or in the page when it stands in none. */
export function fireToast(from: EventTarget, detail: Toast): void {
  from.dispatchEvent(
    new CustomEvent('riv-toast', { detail, bubbles: true, composed: true, cancelable: true }),
  );
}

/** Makes an event whose `detail.value` is read by those only who ask for it: taking it may cost time, or a buffer. */
export function valueEvent(name: string, read: () => unknown): CustomEvent<{ value: unknown }> {
  const detail = Object.defineProperty({}, 'value', { get: read, enumerable: true }) as { value: unknown };
  return new CustomEvent(name, { detail, bubbles: true, composed: true });
}
