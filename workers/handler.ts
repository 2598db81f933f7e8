import { importFrom } from '../src/runner/engines.ts';
import { loadHandler } from '../src/runner/load.ts';
import { resolveAgainst } from './page-urls.ts';
import { answer } from './serve.ts';

// The library's own worker: one classic script, so that it can start from a blob of any page.
const load = (url: string): Promise<unknown> => import(/* @vite-ignore */ url);
answer((source) => loadHandler(source, load), importFrom(load), resolveAgainst);
