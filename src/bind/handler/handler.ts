/** @file Finds the workers of a handler, whichever of the five ways it was given in. */

import type { BridgeEnd } from '../../bridge/bridge.ts';
import { EndpointPool, SharedWorkers } from '../../bridge/server/endpoint.ts';
import { type ServerRef, serverOf } from '../../bridge/server/gradio.ts';
import { factoryOf, type Handler, type HandlerRef } from '../../bridge/handlers.ts';
import { ownWorkerAdvice, startOwnWorker } from '../../bridge/own-worker.ts';
import { type HandlerPool, WorkerPool } from '../../bridge/pool.ts';
import { HandlerError, ValueError, describe } from '../../shared/errors.ts';
import { lazy } from '../../page/lazy.ts';
import type { HandlerSource } from '../../shared/protocol.ts';
import { NAMELESS, theHandler } from '../../shared/the-handler.ts';
import { fileOf } from './code.ts';
import { handlerName } from './handler-name.ts';
import { exporting, inlineScript } from './inline-script.ts';
import type { BindingOptions, HandlerOption, PageFunctionOption } from '../options.ts';
import { serverSource } from './server-source.ts';
import { absoluteSpecifiers } from './specifiers.ts';
import { strangeCode } from './strange-code.ts';

const pools = new Map<string, WorkerPool>();
const apps = new Map<string, SharedWorkers>();
const served = new WeakMap<() => Worker, Map<string, WorkerPool>>();
const inPage = new WeakMap<object, WorkerPool>();

/**
 * Finds the workers of a handler, whichever of the five ways it was given in. Bindings that name the same handler share
 * its workers.
 *
 * @param near - the element whose app holds inline scripts.
 * @throws {ValueError} when `fn` is none of the five. {HandlerError} when it is a function without source, or an inline
 *   script that is not there.
 */
export async function poolOf(
  fn: HandlerOption,
  thread: BindingOptions['thread'],
  near: EventTarget,
): Promise<HandlerPool> {
  const make = factoryOf(fn);
  if (make) return poolServed(fn as HandlerRef, make);
  if (thread === 'main' && typeof fn === 'function') return poolInPage(fn, async () => fn as Handler);
  const server = serverOf(fn);
  if (server) return new EndpointPool(appOf(server), server.api);
  const source = await sourceOf(fn, near);
  const key = `${thread ?? 'worker'}:${JSON.stringify(source)}`;
  const known = pools.get(key);
  if (known) return known;
  const pool = new WorkerPool(source, thread === 'main' ? await endInPage(source) : endInWorker);
  const made = pools.get(key); // by another binding, while the code was on its way
  if (made) return made;
  pools.set(key, pool);
  return pool;
}

/**
 * The worker that speaks with a server. What a server does blocks no page, and what is encoded for it would: it never
 * runs in the page.
 */
function appOf(server: ServerRef): SharedWorkers {
  const source = serverSource(server);
  const key = JSON.stringify(source);
  let app = apps.get(key);
  if (!app) apps.set(key, (app = new SharedWorkers(new WorkerPool(source, endInWorker))));
  return app;
}

const endInWorker = (): BridgeEnd => ({ worker: startOwnWorker(), advice: ownWorkerAdvice() });

// Few handlers run in the page: what runs them there is loaded for those only.
const pageRunner = () => lazy(() => import('../../bridge/page-runner.ts'));

async function endInPage(source: HandlerSource): Promise<() => BridgeEnd> {
  const { startPageRunner, loadHandler } = await pageRunner();
  return () => startPageRunner(() => loadHandler(source, importHere));
}

const importHere = (url: string) => import(/* @vite-ignore */ url);

/**
 * Finds a function of the page by its name: `"./module.js#name"`, or `"#name"` of an inline script.
 *
 * @throws like {@link poolOf}, and {WorkerError} when its code cannot be had.
 */
export async function functionOf(name: PageFunctionOption, near: EventTarget): Promise<Handler> {
  const [{ loadHandler }, source] = await Promise.all([pageRunner(), sourceOf(name, near)]);
  return (await loadHandler(source, importHere)).handler;
}

function poolServed(ref: HandlerRef, make: () => Worker): WorkerPool {
  let byName = served.get(make);
  if (!byName) served.set(make, (byName = new Map()));
  let pool = byName.get(ref.name);
  if (!pool) {
    const source: HandlerSource = { kind: 'served', name: ref.name, export: ref.name };
    const end = (): BridgeEnd => ({
      worker: make(),
      advice: 'its script could not be loaded; see the network panel',
    });
    byName.set(ref.name, (pool = new WorkerPool(source, end)));
  }
  return pool;
}

async function poolInPage(fn: object, load: () => Promise<Handler>): Promise<WorkerPool> {
  const { startPageRunner } = await pageRunner();
  let pool = inPage.get(fn);
  if (!pool) {
    const name = (fn as { name?: string }).name || NAMELESS;
    const end = () => startPageRunner(async () => ({ name, handler: await load() }));
    inPage.set(fn, (pool = new WorkerPool({ kind: 'served', name, export: name }, end)));
  }
  return pool;
}

/**
 * Makes what is sent to the worker of a handler.
 *
 * @throws like {@link poolOf}
 */
export async function sourceOf(fn: HandlerOption, near: EventTarget): Promise<HandlerSource> {
  const name = handlerName(fn);
  const server = serverOf(fn);
  if (server) return serverSource(server);
  if (typeof fn === 'function') {
    const text = Function.prototype.toString.call(fn);
    if (/\{\s*\[native code\]\s*\}\s*$/.test(text))
      throw new HandlerError(
        `${theHandler(name, 'The')} is a bound or native function, whose source cannot be sent to a worker: ` +
          'give the function itself, a module, or thread: "main"',
        { handler: name },
      );
    const file = fileOf(name, { kind: 'function', text });
    return { kind: 'function', name, text: await absoluteSpecifiers(text), file };
  }
  if (typeof fn === 'string' && fn.startsWith('#')) return scriptSource(fn.slice(1), near);
  if (typeof fn === 'string' && /^[\w$]+$/.test(fn) && exporting(fn, near))
    throw new ValueError(
      `"fn" got "${fn}", which names a module beside the page; the function of the inline script is "#${fn}"`,
      { target: 'fn' },
    );
  if ((typeof fn === 'string' && fn !== '') || fn instanceof URL) {
    const url = new URL(fn, document.baseURI);
    const exported = decodeURIComponent(url.hash.slice(1)) || 'default';
    url.hash = '';
    return { kind: 'module', name, url: url.href, export: exported };
  }
  throw new ValueError(
    `"fn" got ${describe(fn)}, expected a function, a module URL such as "./handlers.js#name", rv.handlers(…).name, or rv.gradio(…)`,
    { target: 'fn' },
  );
}

/** An inline script's source; `#` alone and `#default` mean the default export. */
async function scriptSource(hash: string, near: EventTarget): Promise<HandlerSource> {
  const exported = hash || 'default';
  const script = inlineScript(exported, near);
  if (!script)
    throw new HandlerError(`No <script type="handler"> in the app has the handler "#${hash}"`, {
      handler: exported,
    });
  const problem = strangeCode(script);
  if (problem) throw new HandlerError(`The handler "#${exported}" ${problem}`, { handler: exported });
  const name = handlerName(`#${hash}`, near);
  const file = fileOf(name, { kind: 'script', text: script.text });
  return { kind: 'script', name, text: await absoluteSpecifiers(script.text), export: exported, file };
}
