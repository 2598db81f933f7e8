/** @file Loads the libraries that draw plots: scripts of the page, from where the engines are. */

import { engineLocator } from '../../page/engine-locator.ts';
import { AssetError } from '../../shared/errors.ts';

/** A library: its folder, its file, and the name of its global. */
const LIBRARIES = {
  vega: ['vega', 'vega.min.js', 'vega'],
  'vega-lite': ['vega-lite', 'vega-lite.min.js', 'vegaLite'],
  plotly: ['plotly', 'plotly-basic.min.js', 'Plotly'],
} as const;

const loading = new Map<string, Promise<unknown>>();

/** Loads a library, once. A failure is not remembered. @throws {AssetError} saying where it was looked for */
export function library<Library>(name: keyof typeof LIBRARIES): Promise<Library> {
  const known = loading.get(name);
  if (known) return known as Promise<Library>;
  const fresh = load(name).catch((error: unknown) => {
    loading.delete(name);
    throw error;
  });
  loading.set(name, fresh);
  return fresh as Promise<Library>;
}

async function load(name: keyof typeof LIBRARIES): Promise<unknown> {
  const [folder, file, global] = LIBRARIES[name];
  const there = () => (globalThis as Record<string, unknown>)[global];
  if (there()) return there(); // the page has it already
  const folders = (await engineLocator()?.places())?.folders[folder] ?? [];
  for (const each of folders) {
    if (await run(each + file)) {
      if (there()) return there();
    }
  }
  throw new AssetError(
    `The library ${name} could not be loaded: looked for ${file} in ${folders.join(', ') || 'no place'}. Check the connection, or copy it to where assets are.`,
    { url: `${folders[0] ?? ''}${file}` },
  );
}

/** Runs a classic script; false where it cannot be had. */
function run(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => resolve(true);
    script.onerror = () => resolve(false);
    document.head.append(script);
    script.remove();
  });
}
