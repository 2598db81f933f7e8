/** @file The library's own worker: one classic script, so that it can start from a blob of any page. */

import { importFrom } from '../src/runner/engines.ts';
import { loadHandler } from '../src/runner/load.ts';
import { serverHandler } from '../src/runner/server-handler.ts';
import { resolveAgainst } from './page-urls.ts';
import { answer } from './serve.ts';

const load = (url: string): Promise<unknown> => import(/* @vite-ignore */ url);
// An engine may start it once more, by a name that says which script it is to run in place of a handler.
const script = /^script (.+)$/.exec(self.name)?.[1];
if (script) void load(script);
else
  answer(
    (source, engines) =>
      source.kind === 'gradio' ? serverHandler(source, engines) : loadHandler(source, load),
    importFrom(load),
    resolveAgainst,
  );
