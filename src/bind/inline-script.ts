import { closestApp } from './closest-app.ts';

/**
 * The inline script of the nearest app that exports `name`, or its first where none seems to.
 *
 * @param name - `default`, or what `export` names.
 */
export function inlineScript(name: string, near: EventTarget): HTMLScriptElement | undefined {
  const app = (near instanceof Node && closestApp(near)) || document;
  const scripts = [...app.querySelectorAll<HTMLScriptElement>('script[type="handler"]')];
  const pattern =
    name === 'default'
      ? /\bexport\s+default\b/
      : new RegExp(`\\bexport\\b[^;]*\\b${name.replaceAll('$', '\\$')}\\b`);
  return scripts.find((each) => pattern.test(each.text)) ?? scripts[0];
}
