import type { Toast } from '../shared/port.ts';

/** Shows a toast about an element, in the app around it or in the page. */
export function toast(source: HTMLElement, level: Toast['level'], title: string, message: string): void {
  const detail: Toast = { level, title, message, source };
  source.dispatchEvent(
    new CustomEvent('riv-toast', { detail, bubbles: true, composed: true, cancelable: true }),
  );
}

/** Says in a toast what went wrong with an element. */
export function report(source: HTMLElement, title: string, error: Error): void {
  toast(source, 'error', title, error.message);
}
