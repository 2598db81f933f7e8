/** @file All that runs handlers, in one bundle that is loaded with the first run. */

export { functionOf, poolOf } from '../handler/handler.ts';
export { trace } from '../handler/trace.ts';
export { execute } from '../run/execute.ts';
export { Stream } from '../stream/stream.ts';
export { submit } from '../run/submit.ts';
