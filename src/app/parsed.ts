/** @file Waits until the document has been parsed and its module scripts have run. */

/**
 * Resolves when the document has been parsed and its module scripts have run; in a microtask when it has.
 * Until then further scripts may still add children and bindings, whatever the order of tags and scripts.
 */
export async function parsed(): Promise<void> {
  if (document.readyState === 'complete') return;
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (document.readyState === 'interactive' && (navigation?.domContentLoadedEventStart ?? 0) > 0) return;
  await new Promise<void>((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
    window.addEventListener('load', () => resolve(), { once: true });
  });
}
