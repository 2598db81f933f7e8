/** @file Loads a handler by dynamic `import()`. */

import { HandlerError, WorkerError, describe, wordsOf } from '../shared/errors.ts';
import type { HandlerSource } from '../shared/protocol.ts';
import { type Where, whereOf } from '../shared/syntax-error-place.ts';
import { theHandler } from '../shared/the-handler.ts';
import type { Handler, LoadedHandler } from './steps.ts';

type Module = Record<string, unknown>;
type Inline = Extract<HandlerSource, { text: string }>;
type Importer = (url: string) => Promise<unknown>;

/**
 * Loads a handler by dynamic `import()`, which needs no `eval` and works from any origin.
 *
 * @param load - `import` of the thread in question; given so that no bundler touches it.
 * @throws {WorkerError} when the module cannot be had, `HandlerError` when it has no such export.
 */
export async function loadHandler(source: HandlerSource, load: Importer): Promise<LoadedHandler> {
  if (source.kind === 'function') return loadFunction(source, load);
  if (source.kind === 'script') {
    const module = await importText(source.text, source, load);
    return explained(pick(module, source.export, source.name, 'The handler script'));
  }
  if (source.kind === 'module') {
    const module = await importUrl(source.url, load);
    return explained(pick(module, source.export, source.name, `The module ${source.url}`));
  }
  throw new WorkerError(`${theHandler(source.name, 'The')} must be served by its own worker`);
}

/** Finds an export that is a function. @throws {HandlerError} that lists what there is */
export function pick(module: Module, name: string, handlerName: string, where: string): LoadedHandler {
  const handler = module[name];
  if (typeof handler === 'function') return { name: handlerName, handler: handler as Handler };
  const others = Object.keys(module).filter((key) => typeof module[key] === 'function');
  const found =
    handler === undefined ? `has no export "${name}"` : `exports ${describe(handler)} as "${name}"`;
  throw new HandlerError(
    `${where} ${found}; it exports ${others.map((key) => `"${key}"`).join(', ') || 'no function'}`,
    { handler: handlerName },
  );
}

async function loadFunction(source: Inline, load: Importer): Promise<LoadedHandler> {
  const { name, text } = source;
  let module: Module;
  try {
    module = await importText(`export default (${text}\n)`, source, load);
  } catch (error) {
    if (((error as Error).cause as Error | undefined)?.name !== 'SyntaxError') throw error;
    // A method's source is no expression by itself, but it is inside an object.
    module = await importText(`export default Object.values({${text}\n})[0]`, source, load);
  }
  return { name, handler: module.default as Handler, explain: (thrown) => explainClosure(thrown, name) };
}

/** A name that code cannot reach, as the beginning of a sentence; `null` for anything else that was thrown. */
function unreachable(thrown: unknown, name: string): string | null {
  if ((thrown as Error | null)?.name !== 'ReferenceError') return null;
  const [, variable] =
    /^(?:Can't find variable: )?([^\s:]+)(?: is not defined)?$/.exec((thrown as Error).message) ?? [];
  // None: a name of its own that was used too early.
  return variable ? `"${variable}" is not defined in ${theHandler(name)}` : null;
}

/** A name that an inline function cannot reach, and the ways out. */
function explainClosure(thrown: unknown, name: string): string | null {
  const words = unreachable(thrown, name);
  return (
    words &&
    `${words}: an inline function is sent to a worker as text and cannot ` +
      `see the page's variables or imports. Put it into a module (fn: "./handlers.js#${name}"), give it by ` +
      'rv.handlers(…), or run it in the page with thread: "main"'
  );
}

const explained = (loaded: LoadedHandler): LoadedHandler => ({
  ...loaded,
  explain: (thrown) => explainWorker(thrown, loaded.name),
});

/** The same for a module; in the page, where all can be reached, the browser's own words say enough. */
function explainWorker(thrown: unknown, name: string): string | null {
  const words = 'document' in globalThis ? null : unreachable(thrown, name);
  return (
    words &&
    `${words}: a handler runs in a worker, where there is no document, and none of the page's variables. ` +
      'Import what it needs, or run it in the page with thread: "main"'
  );
}

async function importText(text: string, { name, file }: Inline, load: Importer): Promise<Module> {
  const called = file ?? `${name.replace(/[^\w-]/g, '_')}.js`;
  const blob = new Blob([text, `\n//# sourceURL=${called}`], { type: 'text/javascript' });
  const url = URL.createObjectURL(blob);
  try {
    return (await load(url)) as Module;
  } catch (cause) {
    const where = isSyntaxError(cause) ? whereOf(cause) : null;
    // The name stands at the end of the code, which was not read that far.
    if (where?.file === url) where.file = called;
    const words = `The code of ${theHandler(name)} ${fault(cause, where)}`;
    throw failed(explainWorker(cause, name) ?? words, { cause, where });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * The error of code that could not be loaded: its stack is that of what was thrown, or says where it cannot be parsed.
 */
function failed(
  message: string,
  { cause, url, where }: { cause: unknown; url?: string; where: Where | null },
) {
  const error = new WorkerError(message, { cause, url });
  error.stack = where ? `${message}\n    at ${spot(where)}` : (cause as Error | null)?.stack;
  return error;
}

const spot = ({ file, line, column }: Where) => `${file}:${line}:${column}`;

/** Says what code threw while it was loaded. */
function said(cause: unknown): string {
  const speaks = typeof cause === 'string' || typeof (cause as Partial<Error> | null)?.message === 'string';
  return speaks ? wordsOf(cause) : `it threw ${describe(cause)}, expected an Error`;
}

/** Says what was wrong with code from a blob. Browsers do not say why one could not be fetched. */
function fault(cause: unknown, where: Where | null): string {
  if (isSyntaxError(cause))
    return `is not valid JavaScript: ${wordsOf(cause)}${where ? ` at ${spot(where)}` : ''}`;
  const advice =
    '. Either a module that it imports is missing, or the page’s Content-Security-Policy forbids code from blobs: ' +
    'add script-src blob: to it, or put the handler into a module';
  return `could not be loaded: ${said(cause)}${isUnfetched(cause as Error | null) ? advice : ''}`;
}

/**
 * True for code that cannot be parsed; one that throws such an error, as JSON.parse does, has a stack: `at f (url:1:2)` in
 * Chromium, `f@url:1:2` in Firefox and Safari.
 */
function isSyntaxError(cause: unknown): boolean {
  const { name, stack = '' } = (cause ?? {}) as Partial<Error>;
  return name === 'SyntaxError' && !/(?:\n +at |@).*:\d+\)?$/m.test(stack);
}

/** True when code, or code that it imports, could not be had; otherwise it threw. */
function isUnfetched(cause: Error | null): boolean {
  return cause?.name === 'TypeError' && /\bimport(?:ed|ing)\b.*\bmodule\b/i.test(cause.message);
}

async function importUrl(url: string, load: Importer): Promise<Module> {
  try {
    return (await load(url)) as Module;
  } catch (cause) {
    const where = isSyntaxError(cause) ? whereOf(cause) : null;
    const words = isSyntaxError(cause)
      ? fault(cause, where)
      : `could not be loaded: ${await reason(url, cause)}`;
    throw failed(`The module ${url} ${words}`, { cause, url, where });
  }
}

/** Why a module beside a page that was opened as a file is none. */
export const NO_FILES =
  'browsers load no modules from files. Put the handler into the page, as a function or in <script type="handler">, ' +
  'or open the page through a server';

/** Says why a server's answer is no module, if so. */
export function notJavaScript({ ok, status, headers }: Response): string | null {
  if (!ok) return `the server answered ${status}`;
  const type = headers.get('content-type') ?? 'no type';
  return /javascript|ecmascript/.test(type)
    ? null
    : `the server sent ${type.split(';')[0]} in place of JavaScript`;
}

/** Why an import failed: browsers do not say, so the server is asked once more. */
async function reason(url: string, cause: unknown): Promise<string> {
  if (url.startsWith('file:')) return NO_FILES;
  try {
    const response = await fetch(url);
    void response.body?.cancel();
    const misfit = notJavaScript(response);
    if (misfit) return misfit;
    if (isUnfetched(cause as Error | null))
      return `${wordsOf(cause)}; the server has it: a module that it imports may be missing`;
  } catch {
    if (isUnfetched(cause as Error | null))
      return (
        `${wordsOf(cause)}; its server cannot be reached, or does not allow it to this page's origin ` +
        '(Access-Control-Allow-Origin)'
      );
  }
  return said(cause);
}
