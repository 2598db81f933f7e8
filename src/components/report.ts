import type { Toast } from '../shared/port.ts';

/** Shows a toast about an element, in the app around it or in the page. */
export function toast(source: HTMLElement, level: Toast['level'], title: string, message: string): void {
  const detail: Toast = { level, title, message, source };
  source.dispatchEvent(
    new CustomEvent('riv-toast', { detail, bubbles: true, composed: true, cancelable: true }),
  );
}

/**
 * Says in a toast what went wrong with an element, and hands the page the error itself: fires `error`, whose `detail` is
 * `{ error }`. It does not bubble, as native ones do not: at the window it would count as an error of a script.
 */
export function report(source: HTMLElement, title: string, error: Error): void {
  toast(source, 'error', title, error.message);
  source.dispatchEvent(new CustomEvent('error', { detail: { error } }));
}
