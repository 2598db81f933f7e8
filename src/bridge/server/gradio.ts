/** @file `rv.gradio`: names an endpoint of a Gradio server as a handler. */

import { ValueError, describe } from '../../shared/errors.ts';

const SERVER = Symbol('rivulet gradio');

/** What a call of a Gradio server needs besides its place. */
export interface GradioOptions {
  /** A Hugging Face token, for a private Space. Whoever reads the page can read it: never write one into a page. */
  token?: string;
}

/** Names one endpoint of a Gradio server. */
export interface ServerRef extends GradioOptions {
  readonly [SERVER]: true;
  readonly app: string;
  readonly api: string;
  readonly name: string;
}

/**
 * Names an endpoint of a Gradio server as a handler: the page keeps its interface and sends the work there. In HTML, and
 * as text, it is `fn="gradio:SOURCE#/API"`.
 *
 * @param source - `owner/space` on Hugging Face, or the URL of any Gradio app, which may be relative to the page.
 * @param api - its name, as the app's "Use via API" tells: `/predict`. It may be left out where there is only one.
 * @throws {ValueError} when either is no text
 */
export function gradio(source: string | URL, api = '', { token }: GradioOptions = {}): ServerRef {
  if (!source || typeof api !== 'string')
    throw new ValueError(
      `gradio() got ${describe(source)} and ${describe(api)}, expected "owner/space" or a URL, and a name such as "/predict"`,
      { target: 'gradio' },
    );
  const app = String(source);
  return { [SERVER]: true, app, api, token, name: api.replace(/^\//, '') || app.split('/').pop()! };
}

/** True for what `gradio` gives. */
export const isServerRef = (value: unknown): value is ServerRef =>
  (value as Partial<ServerRef> | null)?.[SERVER] === true;

/** Reads `gradio:SOURCE#/API`; gives what `gradio` gave as it is, `null` for all else. */
export function serverOf(fn: unknown): ServerRef | null {
  if (isServerRef(fn)) return fn;
  const [, source, api] = /^gradio:([^#]+)(?:#(.*))?$/.exec(typeof fn === 'string' ? fn : '') ?? [];
  return source ? gradio(source, api) : null;
}
