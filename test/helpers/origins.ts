/** The second origin that the test server keeps open; it serves the whole repository, with CORS. */
export async function otherOrigin(): Promise<string> {
  const response = await fetch('/__origin.json');
  return ((await response.json()) as { origin: string }).origin;
}

/** How a page is to be served. */
export interface Served {
  /** Default: this page's own. */
  origin?: string;
  /** Content-Security-Policy header. */
  csp?: string;
  /** Under a folder, as on a project's page at a static host. */
  sub?: boolean;
  /** Cross-origin isolated. */
  isolate?: boolean;
}

/** The URL of a file of the repository, served as asked. `path` is relative to the root, without leading slash. */
export function served(path: string, { origin = location.origin, csp, sub, isolate }: Served = {}): string {
  const url = new URL(`${sub ? '/sub/path/' : '/'}${path}`, origin);
  if (csp) url.searchParams.set('csp', csp);
  if (isolate) url.searchParams.set('isolate', '');
  return url.href;
}
