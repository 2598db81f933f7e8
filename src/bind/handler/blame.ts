/** @file Names the handler whose result does not fit, and where that stands. */

import { developing } from '../../bridge/configure.ts';
import { lazy } from '../../page/lazy.ts';
import { ValueError } from '../../shared/errors.ts';
import type { HandlerSource } from '../../shared/protocol.ts';
import { theHandler } from '../../shared/the-handler.ts';
import { BEFORE_FUNCTION } from './code.ts';

/**
 * Returns what an output said of a result, with the handler that gave it. In the place of a stack, which would be ours,
 * stands the handler.
 */
export async function blame(error: Error, source: HandlerSource): Promise<Error> {
  if (error.name !== 'ValueError') return error;
  const { target } = error as ValueError;
  const by = ` from ${theHandler(source.name)}`;
  const [got, ...expected] = error.message.split(', expected ');
  const words = [got + by, ...expected].join(', expected ');
  const blamed = new ValueError(words, { target, cause: error.cause });
  blamed.stack = [`${blamed.name}: ${words}`, await frameOf(source)].filter(Boolean).join('\n');
  return blamed;
}

type Told = Exclude<HandlerSource, { kind: 'served' | 'gradio' }>;

/** The line of a stack that names a handler; nothing for one that its own worker serves, or a server. */
async function frameOf(source: HandlerSource): Promise<string> {
  return source.kind === 'served' || source.kind === 'gradio'
    ? ''
    : `    at ${source.name} (${await placeOf(source)})`;
}

async function placeOf(source: Told): Promise<string> {
  if (source.kind === 'function') return `${source.file}:1:${BEFORE_FUNCTION.length + 1}`;
  if (source.kind === 'script') return `${source.file}${placeIn(source.text, source.export) || ':1:1'}`;
  return source.url + placeIn(await codeAt(source.url), source.export);
}

/** The code of a module, while the page is being made: where it stands is of no use to a reader. */
async function codeAt(url: string): Promise<string> {
  if (!developing()) return '';
  return lazy(() => import('./in-page.ts')).then(
    ({ textOf }) => textOf(url),
    () => '',
  );
}

/** Line and column of an export in its code, from 1, as a stack has them: `:3:8`. Nothing where it is not found. */
function placeIn(code: string, exported: string): string {
  const name = exported === 'default' ? '' : exported.replace(/\$/g, '\\$&');
  const pattern = name
    ? `\\b(?:function\\b[\\s*]*|const\\s+|let\\s+|var\\s+)${name}\\b`
    : '\\bexport\\s+default\\b';
  const at = code.search(new RegExp(pattern));
  if (at < 0) return '';
  const before = code.slice(0, at).split('\n');
  return `:${before.length}:${before.at(-1)!.length + 1}`;
}
