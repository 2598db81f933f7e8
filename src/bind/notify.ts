/** @file Shows toasts in the app around an element or in the page, and takes them away. */

import { fireToast } from '../page/events.ts';
import type { Toast } from '../shared/port.ts';

/** Sources that have shown a toast since they last began with a clean sheet. */
const spoken = new WeakSet<object>();

/** Shows a toast in the app that `from` stands in, or in the page when it stands in none. */
export function notify(from: EventTarget, toast: Toast): void {
  if (toast.source) spoken.add(toast.source);
  fireToast((from as Partial<Node>).isConnected === false ? document : from, toast);
}

/** Takes away the toasts of a source: a new run begins with a clean sheet. */
export function dismissToasts(from: EventTarget, source: object): void {
  if (!spoken.delete(source)) return;
  const target = (from as Partial<Node>).isConnected === false ? document : from;
  target.dispatchEvent(
    new CustomEvent('riv-toast-dismiss', { detail: { source }, bubbles: true, composed: true }),
  );
}
