/** @file Follows what an app shows, yield by yield. */

import { type Part, labelOf, partsOf } from './parts.ts';
import { runningIn } from './running.ts';
import { until } from './wait.ts';

/** Something that a handler gave and a component shows. */
export interface ShownOutput {
  /** The component's label, or what kind it is. */
  label: string;
  /** What it shows at that moment. */
  // biome-ignore lint/suspicious/noExplicitAny: a test knows what its app shows
  value: any;
}

/**
 * Follows what handlers give, from now on, until nothing runs any more. Where nothing runs yet it waits for a run.
 *
 * @throws when nothing is shown for `seconds`, naming what runs; what a component says has failed, after all that was
 *   shown before.
 */
export function shownIn(root: Element, seconds: number): AsyncGenerator<ShownOutput, void> {
  const seen: ShownOutput[] = [];
  const failed = new Set(partsOf(root).filter(hasFailed)); // of an earlier run
  let ran = runningIn(root).length > 0;
  const edited = new WeakSet<EventTarget>();
  const over = new AbortController();
  const listen = (name: string, then: (part: Part, event: CustomEvent) => void) =>
    root.addEventListener(
      name,
      (event) => {
        const part = event.composedPath()[0] as Part;
        if (typeof part.fromHandler === 'function' && !part.silent) then(part, event as CustomEvent);
      },
      { signal: over.signal, capture: true },
    );
  listen('input', (part) => edited.add(part));
  listen('change', (part, { detail }) => {
    ran = true;
    // A user's edit is an `input` first.
    if (!edited.delete(part)) seen.push({ label: labelOf(part), value: detail?.value ?? part.value });
  });

  async function* follow(): AsyncGenerator<ShownOutput, void> {
    try {
      for (;;) {
        const running = () => {
          const now = runningIn(root);
          ran ||= now.length > 0;
          return now;
        };
        await until(
          () => seen.length > 0 || (running().length === 0 && ran),
          () => (ran ? `what is shown next; ${running().join(', ')}` : 'a run to begin'),
          seconds,
        );
        const next = seen.shift();
        if (next) yield next;
        else
          return partsOf(root)
            .filter((part) => !failed.has(part))
            .forEach(throwFailure);
      }
    } finally {
      over.abort();
    }
  }
  return follow();
}

const hasFailed = ({ status }: Part): boolean => status?.stage === 'error';

/** @throws what a component says has failed, if so. */
export function throwFailure(part: Part): void {
  if (!hasFailed(part)) return;
  const { name = 'Error', message = '' } = part.status.error ?? {};
  throw Object.assign(new Error(`"${labelOf(part)}" shows an error: ${message}`), { name });
}
