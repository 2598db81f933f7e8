/** @file Gives an app its region of toasts, and the page one for elements that stand in no app. */

import { lazy } from '../page/lazy.ts';
import type { Toast } from '../shared/port.ts';
import type { RivToasts } from '../components/toasts/toasts.ts';

/** Whoever has something to say dispatches this; `preventDefault` means that it is shown. */
export type ToastEvent = CustomEvent<Toast>;

/** Takes an app's toasts away: a new run of the same source begins, or the app goes. */
export interface ToastRegion {
  /** The region; made with the first toast. */
  readonly element: RivToasts | undefined;
  /** Takes the toasts of one source away, or all of them. */
  dismiss(source?: unknown): void;
  /** Stops listening and takes the region out. */
  remove(): void;
}

/**
 * Shows the `riv-toast` events that reach `root`. The region is made with the first one, inside `root` (in its
 * shadow root where it has one, so that it takes the app's colours), or in the body for a document. A toast that
 * another region has already taken is left alone. `riv-toast-dismiss` with a `source` takes its toasts away.
 */
export function installToasts(root: HTMLElement | Document): ToastRegion {
  let region: RivToasts | undefined;
  const waiting: { toast: Toast; about: Element | undefined }[] = [];
  const show = async (): Promise<void> => {
    // What shows toasts is not needed before the first one.
    await lazy(() => import('../components/toasts/toasts.ts'));
    if (waiting.length > 0 && !region?.isConnected) {
      region = document.createElement('riv-toasts');
      (root instanceof Document ? root.body : (root.shadowRoot ?? root)).append(region);
    }
    for (const { toast, about } of waiting.splice(0)) region?.show(toast, about);
  };
  const listen = (event: Event): void => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const { detail } = event as ToastEvent;
    const [target] = event.composedPath();
    waiting.push({ toast: detail, about: target instanceof Element ? target : undefined });
    show().catch((error: unknown) => console.error(detail.message, error));
  };
  const dismiss = (source?: unknown): void => {
    const kept = waiting.filter(({ toast }) => source !== undefined && toast.source !== source);
    waiting.splice(0, waiting.length, ...kept);
    region?.dismiss(source);
  };
  const onDismiss = (event: Event): void =>
    dismiss((event as CustomEvent<{ source: unknown }>).detail.source);
  root.addEventListener('riv-toast', listen);
  root.addEventListener('riv-toast-dismiss', onDismiss);
  return {
    get element() {
      return region;
    },
    dismiss,
    remove() {
      root.removeEventListener('riv-toast', listen);
      root.removeEventListener('riv-toast-dismiss', onDismiss);
      waiting.length = 0;
      region?.remove();
      region = undefined;
    },
  };
}

// Elements outside every app, and those that are in no page, have their toasts shown by the document.
if (typeof document !== 'undefined') installToasts(document);
