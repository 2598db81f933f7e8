/** @file Fires the event that shows a toast. */

import type { Toast } from '../shared/port.ts';

/** Shows a toast in the app that `from` stands in, or in the page when it stands in none. */
export function fireToast(from: EventTarget, detail: Toast): void {
  from.dispatchEvent(
    new CustomEvent('riv-toast', { detail, bubbles: true, composed: true, cancelable: true }),
  );
}
