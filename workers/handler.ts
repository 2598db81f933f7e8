import { loadHandler } from '../src/runner/load.ts';
import { answer } from './serve.ts';

// The library's own worker: one classic script, so that it can start from a blob of any page.
answer((source) => loadHandler(source, (url) => import(/* @vite-ignore */ url)));
