/** @file Makes the import specifiers of inline code absolute. */

/** What import maps say: names and the URLs in their place, the longest name first. */
type ImportMap = (readonly [name: string, url: string])[];

/**
 * Returns what a specifier stands for: relative ones against `base`, then what the import map says.
 *
 * It is sent to workers as text, so it stands alone.
 */
function resolve(specifier: string, base: string, map: ImportMap): string {
  const name = /^\.{0,2}\//.test(specifier) ? new URL(specifier, base).href : `${specifier}`;
  for (const [key, url] of map)
    if (key === name || (key.endsWith('/') && name.startsWith(key))) return url + name.slice(key.length);
  return name;
}

/** The page's import map, for workers, which have none, and for builds that are no module. */
function importMap(): ImportMap {
  const map: [string, string][] = [];
  for (const { text } of document.querySelectorAll<HTMLScriptElement>('script[type="importmap"]')) {
    try {
      const { imports = {} } = JSON.parse(text) as { imports?: Record<string, string> };
      for (const [name, url] of Object.entries(imports))
        map.push([resolve(name, document.baseURI, []), new URL(url, document.baseURI).href]);
    } catch {
      // The browser has complained of it.
    }
  }
  return map.sort(([a], [b]) => b.length - a.length);
}

/** The URL of a specifier that is known now: the browser resolves it, where it can be asked. */
function absolute(specifier: string, map: ImportMap): string {
  const name = resolve(specifier, document.baseURI, []);
  try {
    // Bundlers that know no `resolve` leave this out; asked for more, they write a path of the building machine.
    if (typeof import.meta.resolve === 'function') return import.meta.resolve(name);
  } catch {
    // It is in no import map that the browser knows.
  }
  return resolve(name, document.baseURI, map);
}

/**
 * Makes the specifiers of inline code absolute: a worker has no import map, and code from a blob no base URL. What
 * `import(…)` is given as an expression is resolved when it runs.
 * Code that cannot be parsed is given back as it is; the worker will say what is wrong with it.
 */
export async function absoluteSpecifiers(code: string): Promise<string> {
  if (!/\bimport\b|\bfrom\b/.test(code)) return code;
  const { init, parse } = await import('es-module-lexer/minimal/js');
  await init;
  let imports: readonly { n?: string | undefined; s: number; e: number; d: number }[];
  try {
    [imports] = parse(code);
  } catch {
    return code;
  }
  const map = importMap();
  const before = `(${resolve})(`;
  const after = `, ${JSON.stringify(document.baseURI)}, ${JSON.stringify(map)})`;
  const edits: [from: number, to: number, text: string][] = [];
  for (const { n, s, e, d } of imports) {
    if (n !== undefined) {
      const url = absolute(n, map);
      edits.push([s, e, d >= 0 ? JSON.stringify(url) : url]);
    } else if (d >= 0) edits.push([s, s, before], [e, e, after]); // d is less for import.meta
  }
  // One import may stand in the expression of another.
  edits.sort(([a], [b]) => b - a);
  let result = code;
  for (const [from, to, text] of edits) result = result.slice(0, from) + text + result.slice(to);
  return result;
}
