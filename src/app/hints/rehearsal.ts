/** @file Loads handlers that are given by name, and says what is wrong with them. */

import type { Binding } from '../../bind/binding/binding.ts';
import { codeOf } from '../../bind/handler/code.ts';
import { sourceOf } from '../../bind/handler/handler.ts';
import { inPage } from '../../bind/handler/in-page.ts';
import { reportedAtSetUp, reportedByRuns } from '../../bind/handler/reported.ts';
import type { HandlerOption } from '../../bind/options.ts';
import { hint } from '../../components/hints/hint.ts';
import { NO_FILES, notJavaScript } from '../../runner/load.ts';
import type { HandlerSource } from '../../shared/protocol.ts';
import { whereOf } from '../../shared/syntax-error-place.ts';
import { theHandler } from '../../shared/the-handler.ts';

/** Tells what is wrong with handlers that are given by name; each thing once. */
export async function rehearseAll(bindings: readonly Binding[]): Promise<void> {
  for (const { options, near } of bindings)
    for (const fn of [options.fn, options.js]) {
      if (typeof fn !== 'string' && !(fn instanceof URL)) continue;
      const problem = await problemOf(fn, near).catch((error: Error) => error.message);
      if (!problem) continue;
      const level = reportedAtSetUp.has(problem) || reportedByRuns.has(problem) ? null : 'error';
      reportedAtSetUp.add(problem);
      hint(problem, near instanceof Element ? near : document.documentElement, { level });
    }
}

async function problemOf(fn: HandlerOption, near: EventTarget): Promise<string | null> {
  const source = await sourceOf(fn, near);
  if (source.kind === 'script') {
    // As it stands in the page: what is sent to a worker has other specifiers.
    const text = codeOf(source.file!)?.text ?? source.text;
    return (
      (await unparsable(text, source.file!, `The code of ${theHandler(source.name)}`)) ??
      lacking(text, source)
    );
  }
  if (source.kind !== 'module') return null;
  const where = `The module ${source.url}`;
  const isFile = source.url.startsWith('file:');
  const answer = isFile ? null : await fetch(source.url).catch(() => null);
  const missing = isFile ? NO_FILES : answer && notJavaScript(answer);
  if (missing) return `${where} could not be loaded: ${missing}`;
  if (!answer) return null; // perhaps no other origin may read it: the run will tell
  const text = await answer.text();
  return (await unparsable(text, source.url, where)) ?? lacking(text, source);
}

/** Why code is not valid; `null` when it is. It is not run: what it imports at its end can be had nowhere. */
async function unparsable(text: string, file: string, what: string): Promise<string | null> {
  if (!(await blobsAllowed())) return null;
  const url = URL.createObjectURL(
    new Blob([text, '\nimport "rivulet-rehearsal"'], { type: 'text/javascript' }),
  );
  try {
    await import(/* @vite-ignore */ url);
  } catch (error) {
    const { name, message } = error as Error;
    if (name !== 'SyntaxError') return null;
    const where = whereOf(error);
    const place = where ? ` at ${await inPage(`${file}:${where.line}:${where.column}`)}` : '';
    return `${what} is not valid JavaScript: ${message}${place}`;
  } finally {
    URL.revokeObjectURL(url);
  }
  return null;
}

/** Says that code has no export of the name, where all of them can be told from it. */
async function lacking(text: string, source: HandlerSource): Promise<string | null> {
  if (source.kind !== 'script' && source.kind !== 'module') return null;
  const { init, parse } = await import('es-module-lexer/minimal/js');
  await init;
  const names = parse(text)[1].map(({ n }) => n);
  if (names.includes(source.export) || /\bexport\s*\*/.test(text)) return null;
  const what = source.kind === 'module' ? `The module ${source.url}` : 'The handler script';
  return `${what} has no export "${source.export}"; it exports ${names.map((name) => `"${name}"`).join(', ') || 'no function'}`;
}

let allowed: Promise<boolean> | undefined;

/** False where the page's policy forbids code from blobs: to try it would be one more complaint in the console. */
function blobsAllowed(): Promise<boolean> {
  allowed ??= policies().then((all) => all.every(allowsBlobs));
  return allowed;
}

/** The policies of the page: of its answer, which the browser has in its cache, and of its elements. Each one counts. */
async function policies(): Promise<string[]> {
  const metas = document.querySelectorAll<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy" i]');
  // A page that is a file has no headers, and cannot be asked for.
  const asked = location.protocol === 'file:' ? null : fetch(location.href, { cache: 'force-cache' });
  const answer = await asked?.catch(() => null);
  void answer?.body?.cancel();
  const headers = answer?.headers.get('content-security-policy')?.split(',') ?? [];
  return [...headers, ...[...metas].map(({ content }) => content)];
}

/** Returns true when a policy allows `import()` from blobs. */
export function allowsBlobs(policy: string): boolean {
  const directives = policy.split(';').map((directive) => directive.trim().toLowerCase().split(/\s+/));
  const found = ['script-src-elem', 'script-src', 'default-src'].map((name) =>
    directives.find(([first]) => first === name),
  );
  return found.find(Boolean)?.includes('blob:') ?? true;
}
