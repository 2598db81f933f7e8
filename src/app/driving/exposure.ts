/** @file Lets the page around a frame drive the app in it, over `postMessage`. */

import { ValueError } from '../../shared/errors.ts';

/**
 * How the page around a frame drives an app in it, over `postMessage`. Each message is an object whose `rivulet`
 * names it; `id` is chosen by the caller and comes back with every answer. `app` is the id of the app element,
 * needed only when several apps of the frame are exposed.
 *
 * To the frame: `{ rivulet: 'submit', id, apiName, inputs, app? }`, `{ rivulet: 'predict', id, apiName, inputs, app? }`,
 * `{ rivulet: 'cancel', id }`.
 * From the frame: `{ rivulet: 'ready', app }` once, for each app; `{ rivulet: 'message', id, message }` for what
 * `submit` yields; `{ rivulet: 'result', id, result }` of `predict`; `{ rivulet: 'end', id }` after the last message;
 * `{ rivulet: 'error', id, error: { name, message } }`.
 */
export interface Call {
  rivulet: 'submit' | 'predict' | 'cancel';
  id: unknown;
  apiName: string;
  inputs?: unknown[];
  app?: string;
}

/** The app, as far as the page around its frame drives it. */
interface ExposedApp {
  readonly id: string;
  readonly ready: Promise<void>;
  submit(
    apiName: string,
    inputs: unknown[],
    options: { signal: AbortSignal },
  ): AsyncIterable<{ type: string; data?: unknown }>;
}

/**
 * Lets the page around this frame drive `app`, when it comes from `origin` and only then.
 *
 * @returns a function that shuts the door and stops what runs.
 * @throws {ValueError} when `origin` is no origin.
 */
export function expose(app: ExposedApp, origin: string): () => void {
  const outside = originOf(origin);
  const frame = window.parent;
  if (frame === window) return () => {};
  const runs = new Map<unknown, AbortController>();
  const send = (message: Record<string, unknown>) => frame.postMessage(message, outside);

  const listen = async (event: MessageEvent) => {
    if (event.origin !== outside || event.source !== frame) return;
    const call = event.data as Partial<Call> | null;
    if (typeof call?.rivulet !== 'string' || (call.app ?? app.id) !== app.id) return;
    if (call.rivulet === 'cancel') runs.get(call.id)?.abort();
    if ((call.rivulet !== 'submit' && call.rivulet !== 'predict') || runs.has(call.id)) return;
    const { rivulet, id, apiName = '', inputs = [] } = call;
    const run = new AbortController();
    runs.set(id, run);
    try {
      let result: unknown[] = [];
      for await (const message of app.submit(apiName, inputs, { signal: run.signal })) {
        if (message.type === 'data') result = message.data as unknown[];
        if (rivulet === 'submit') send({ rivulet: 'message', id, message });
      }
      if (rivulet === 'predict') send({ rivulet: 'result', id, result });
      else send({ rivulet: 'end', id });
    } catch (error) {
      const { name, message } = error as Error;
      send({ rivulet: 'error', id, error: { name, message } });
    } finally {
      runs.delete(id);
    }
  };
  window.addEventListener('message', listen);
  void app.ready.then(() => send({ rivulet: 'ready', app: app.id }));
  return () => {
    window.removeEventListener('message', listen);
    for (const run of runs.values()) run.abort();
  };
}

function originOf(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  if (origin !== 'null') return origin;
  throw new ValueError(`expose-to got "${text}", expected one origin such as "https://host"`, {
    target: 'expose-to',
  });
}
