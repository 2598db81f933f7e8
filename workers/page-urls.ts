/** @file Resolves relative URLs in the library's own worker against the page. */

type Callable = (...args: unknown[]) => unknown;

// What takes URLs, and in which of its arguments.
const TAKERS: Record<string, (at: number) => boolean> = {
  fetch: (at) => at === 0,
  Request: (at) => at === 0,
  EventSource: (at) => at === 0,
  Worker: (at) => at === 0,
  importScripts: () => true,
};

/**
 * Resolves relative URLs in this worker against the page, as they would be if the handler ran there: a worker from a
 * blob has no base of its own, so that `fetch('labels.json')` would fail.
 *
 * @param base - the page's base URL.
 */
export function resolveAgainst(base: string): void {
  const absolute = (url: unknown): unknown => {
    if (typeof url !== 'string') return url; // a Request, a URL: absolute already
    try {
      return new URL(url, base).href;
    } catch {
      return url; // what was called says what is wrong with it
    }
  };
  const resolving = (holder: object, name: string, takes: (at: number) => boolean) => {
    const own = (holder as Record<string, Callable | undefined>)[name];
    if (!own) return;
    const all = (args: unknown[]) => args.map((each, at) => (takes(at) ? absolute(each) : each));
    (holder as Record<string, unknown>)[name] = new Proxy(own, {
      apply: (target, self, args: unknown[]) => Reflect.apply(target, self, all(args)),
      construct: (target, args: unknown[], made) => Reflect.construct(target, all(args), made) as object,
    });
  };
  for (const [name, takes] of Object.entries(TAKERS)) resolving(self, name, takes);
  resolving(XMLHttpRequest.prototype, 'open', (at) => at === 1);
}
