/** @file Makes what is sent to the worker that speaks with a Gradio server. */

import type { ServerRef } from '../../bridge/server/gradio.ts';
import { ValueError } from '../../shared/errors.ts';
import type { GradioSource } from '../../shared/protocol.ts';

/** By which servers know this page, however often its worker is started. */
const session = Math.random().toString(36).slice(2);

/** Makes what is sent to the worker. @throws {ValueError} when the source is neither a Space nor a URL */
export function serverSource({ app, token }: ServerRef): GradioSource {
  const place = placeOf(app.trim());
  return { kind: 'gradio', name: place, app: place, token, session };
}

/** A Space stays what it is; everything else is a URL, which may be relative to the page. */
function placeOf(app: string): string {
  const space = /^(?:https:\/\/huggingface\.co\/spaces\/)?([\w.-]+\/[\w.-]+)\/?$/.exec(app)?.[1];
  if (space && !/^\.{1,2}\//.test(space)) return space;
  try {
    const url = new URL(/^[\w.-]+:\d+(\/|$)/.test(app) ? `http://${app}` : app, document.baseURI);
    if (/^https?:$/.test(url.protocol)) return url.origin + url.pathname.replace(/\/$/, '');
  } catch {
    // It is told below.
  }
  throw new ValueError(`A Gradio server is named "owner/space" or by its URL; not "${app}"`, {
    target: 'fn',
  });
}
