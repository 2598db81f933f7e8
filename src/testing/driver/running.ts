/** @file Tells whether something runs in an app. */

import { type Part, labelOf, partsOf } from './parts.ts';

const BUSY = new Set(['pending', 'generating', 'streaming']);

/** An app, as far as it says whether it runs. */
type Running = Element & { readonly running?: boolean };

/** What runs in an app, in words for a message; empty when nothing does. */
export function runningIn(root: Element): string[] {
  const apps = [
    root.closest('riv-interface, riv-blocks, riv-chat-interface'),
    ...root.querySelectorAll('riv-interface, riv-blocks, riv-chat-interface'),
  ];
  return [
    ...apps
      .filter((app): app is Running => (app as Running | null)?.running === true)
      .map(({ id, localName }) => `<${localName}${id && ` id="${id}"`}> runs`),
    ...partsOf(root).flatMap(stateOf),
  ];
}

function stateOf(part: Part): string[] {
  const { status, streamState } = part;
  return [
    ...(BUSY.has(status?.stage) ? [`"${labelOf(part)}" is ${status.stage}`] : []),
    ...(streamState && streamState !== 'closed'
      ? [`the stream of "${labelOf(part)}" is ${streamState}`]
      : []),
  ];
}
