/** A page's import map, for builds that are no module and cannot ask the browser. */
function mapped(specifier: string): string | null {
  const script = document.querySelector<HTMLScriptElement>('script[type="importmap"]');
  try {
    const { imports = {} } = JSON.parse(script?.textContent ?? '{}') as { imports?: Record<string, string> };
    const prefix = Object.keys(imports).find(
      (key) => key === specifier || (key.endsWith('/') && specifier.startsWith(key)),
    );
    return prefix ? new URL(imports[prefix] + specifier.slice(prefix.length), document.baseURI).href : null;
  } catch {
    return null;
  }
}

function absolute(specifier: string): string {
  if (/^\.{0,2}\//.test(specifier)) return new URL(specifier, document.baseURI).href;
  if (/^[a-z][a-z+.-]*:/i.test(specifier)) return specifier;
  try {
    return import.meta.resolve(specifier);
  } catch {
    return mapped(specifier) ?? specifier;
  }
}

/**
 * Makes the specifiers of inline code absolute: a worker has no import map, and code from a blob no base URL.
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
  let result = code;
  for (const { n, s, e, d } of [...imports].reverse()) {
    if (n === undefined) continue;
    const url = absolute(n);
    result = result.slice(0, s) + (d >= 0 ? JSON.stringify(url) : url) + result.slice(e);
  }
  return result;
}
