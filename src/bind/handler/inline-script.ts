/** @file Finds the inline script of an app that exports a handler. */

import { closestApp } from '../../page/closest-app.ts';

function scriptsNear(near: EventTarget): HTMLScriptElement[] {
  const app = (near instanceof Node && closestApp(near)) || document;
  return [...app.querySelectorAll<HTMLScriptElement>('script[type="handler"]')];
}

/**
 * Finds the inline script of the nearest app that exports `name`, or its first where none seems to.
 *
 * @param name - `default`, or what `export` names.
 */
export function inlineScript(name: string, near: EventTarget): HTMLScriptElement | undefined {
  return exporting(name, near) ?? scriptsNear(near)[0];
}

/** Finds the inline script of the nearest app that seems to export `name`, if one does. */
export function exporting(name: string, near: EventTarget): HTMLScriptElement | undefined {
  const pattern =
    name === 'default'
      ? /\bexport\s+default\b/
      : new RegExp(`\\bexport\\b[^;]*(?<![\\w$])${name.replace(/[^\w]/g, '\\$&')}(?![\\w$])`);
  return scriptsNear(near).find((each) => pattern.test(each.text));
}
