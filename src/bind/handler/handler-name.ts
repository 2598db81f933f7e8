/** @file Names a handler for messages and for `apiName`. */

import { defaultName } from '../../page/code/parameters.ts';
import { NAMELESS } from '../../shared/the-handler.ts';
import { inlineScript } from './inline-script.ts';
import type { HandlerOption } from '../options.ts';

/**
 * Says what a handler is called in messages and in `apiName`.
 *
 * @param near - the element whose app holds inline scripts: their default export may have a name of its own.
 */
export function handlerName(fn: HandlerOption, near?: EventTarget): string {
  if (typeof fn === 'function') return fn.name || NAMELESS;
  if (near && (fn === '#' || fn === '#default'))
    return defaultName(inlineScript('default', near)?.text ?? '') || 'default';
  if (typeof fn === 'string' || fn instanceof URL) {
    const [path = '', hash = ''] = String(fn).split('#');
    return hash.replace(/^\//, '') || (path.split('/').pop() ?? '').replace(/\.\w+$/, '') || NAMELESS;
  }
  return fn?.name ?? '';
}
