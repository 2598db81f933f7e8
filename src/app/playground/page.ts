/** @file Makes the page that is written into the frame, of a source: line for line as it stands there. */

import { type ScriptParser, guarded } from './loop-guard.ts';
import { isScript } from './source.ts';

/** What a page is made of. */
export interface PageParts {
  source: string;
  /** URL of `rivulet.js`; empty where nobody knows it. */
  library: string;
  /** What relative URLs are relative to. */
  base: string;
  parser: ScriptParser;
  /** True where the browser counts the lines of each script from its own beginning. */
  countsEachScript: boolean;
}

const SCRIPT = /(<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>)([\s\S]*?)(?=<\/script\b)/gi;
/** The library's script, or its stylesheet, wherever it lies. */
const LIBRARY = /(["']?)(?:[^"'\s=]*\/)?rivulet(\.standalone)?\.(js|css)(?:\?[^"'\s>]*)?\1(?=[\s/>]|$)/i;
const IMPORT = /\b(?:from|import)\s*\(?\s*(["'])(rivulet|[^"'\n]*\/rivulet(?:\.standalone)?\.js)\1/g;

/** True for a source that is a whole page, with a look of its own. */
export const isWholePage = (source: string): boolean => /<!doctype\b|<html\b|<head\b/i.test(source);

/** Makes the page. No line of the source is moved, so that those of errors are those of the source. */
export function pageOf(parts: PageParts): string {
  const { source, library, base } = parts;
  const script = isScript(source);
  const imports = new Set([...source.matchAll(IMPORT)].map(([, , name]) => name!));
  if (script && imports.size === 0) imports.add('rivulet');
  const head =
    (base === location.href.replace(/#.*/, '') ? '' : `<base href="${escaped(base)}">`) +
    (imports.size > 0 && library ? importMap(imports, library) : '') +
    (imports.size === 0 && library && !namesLibrary(source) ? libraryTag(library) : '') +
    (imports.size > 0 && isClassic(library) ? libraryTag(library) : '');
  const body = script ? scriptPage(parts) : withScripts(parts);
  if (!script && isWholePage(source)) {
    const [before = ''] = /^[\s\S]*?<head\b[^>]*>|^[\s\S]*?<html\b[^>]*>|^\s*<!doctype\b[^>]*>|/i.exec(body)!;
    return before + head + body.slice(before.length);
  }
  const lang = escaped(document.documentElement.lang || 'en');
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Result</title>${head}</head><body>${body}</body></html>`;
}

function namesLibrary(source: string): boolean {
  return [...source.matchAll(SCRIPT)].some(
    ([, , attributes = '']) => /\bsrc\s*=/i.test(attributes) && LIBRARY.test(attributes),
  );
}

/** A page around a script, with a place for an app to be mounted at. */
function scriptPage({ source, parser }: PageParts): string {
  const named = /\brv\b/.test(source) && !/\bas\s+rv\b|\bimport\s+rv\b/.test(source);
  const code = guarded(source, parser).replace(/<\/(script)/gi, '<\\/$1');
  return `<div id="app"></div><script type="module">${named ? "import * as rv from 'rivulet';" : ''}${code}</script>`;
}

/** The source with its own copy of the library in place of any other, and guards in the loops of its scripts. */
function withScripts({ source, library, parser, countsEachScript }: PageParts): string {
  const text = source.replace(SCRIPT, (whole, tag: string, attributes: string, code: string, at: number) => {
    if (/\bsrc\s*=/i.test(attributes)) return ownLibrary(tag, library) + code;
    const type = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1] ?? '';
    if (!/^$|^module$|(java|ecma)script$/i.test(type)) return whole;
    const line = source.slice(0, at + tag.length).split('\n').length;
    return tag + (countsEachScript ? '\n'.repeat(line - 1) : '') + guarded(code, parser);
  });
  return text.replace(/<link\b[^>]*>/gi, (tag) =>
    library && LIBRARY.test(tag)
      ? tag.replace(LIBRARY, `"${escaped(new URL('rivulet.css', library).href)}"`)
      : tag,
  );
}

function ownLibrary(tag: string, library: string): string {
  const [found, , standalone] = LIBRARY.exec(tag) ?? [];
  if (!found || !library) return tag;
  if (isClassic(library)) return libraryTag(library).replace('</script>', '');
  const own = standalone ? new URL('rivulet.standalone.js', library).href : library;
  return tag.replace(found, () => `"${escaped(own)}"`);
}

/** True for the script that is no module, and gives its names as `rivulet`. */
const isClassic = (library: string): boolean => library.endsWith('/rivulet.standalone.js');

const libraryTag = (library: string): string =>
  `<script${isClassic(library) ? '' : ' type="module"'} src="${escaped(library)}"></script>`;

/** Has each name of the library mean one copy of it. */
function importMap(names: ReadonlySet<string>, library: string): string {
  const url = isClassic(library) ? moduleOf(globalThis as { rivulet?: object }) : library;
  const map = JSON.stringify({ imports: Object.fromEntries([...names].map((name) => [name, url])) });
  return `<script type="importmap">${map.replaceAll('<', '\\u003c')}</script>`;
}

/** A module of what the classic script gives. */
function moduleOf({ rivulet = {} }: { rivulet?: object }): string {
  const names = Object.keys(rivulet).filter((name) => name !== 'default');
  return `data:text/javascript,${encodeURIComponent(`export const { ${names.join(', ')} } = globalThis.rivulet;`)}`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
