/** @file Finds the inline script of an app that exports a handler. */

import { closestApp } from '../../page/around.ts';
import { type HandlerBlock, handlersOf } from '../../page/code/handler-blocks.ts';

const blocksNear = (near: EventTarget): HandlerBlock[] =>
  handlersOf((near instanceof Node && closestApp(near)) || document);

/**
 * Finds the inline script of the nearest app that exports `name`, or its first where none seems to.
 *
 * @param name - `default`, or what `export` names.
 */
export function inlineScript(name: string, near: EventTarget): HandlerBlock | undefined {
  return exporting(name, near) ?? blocksNear(near)[0];
}

/** Finds the inline script of the nearest app that seems to export `name`, if one does. */
export function exporting(name: string, near: EventTarget): HandlerBlock | undefined {
  const pattern =
    name === 'default'
      ? /\bexport\s+default\b/
      : new RegExp(`\\bexport\\b[^;]*(?<![\\w$])${name.replace(/[^\w]/g, '\\$&')}(?![\\w$])`);
  return blocksNear(near).find((each) => pattern.test(each.text));
}
