import type { HandlerOption } from './options.ts';

/** What a handler is called in messages and in `apiName`. */
export function handlerName(fn: HandlerOption): string {
  if (typeof fn === 'function') return fn.name || 'handler';
  if (typeof fn === 'string' || fn instanceof URL) {
    const [path = '', hash = ''] = String(fn).split('#');
    return hash || (path.split('/').pop() ?? '').replace(/\.\w+$/, '') || 'handler';
  }
  return fn?.name ?? '';
}
