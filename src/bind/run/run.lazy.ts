// What runs handlers, in one chunk: bindings load it with the first run, or at the first sign of one.
export { functionOf, poolOf } from '../handler/handler.ts';
export { Stream } from '../stream/stream.ts';
export { submit } from './submit.ts';
