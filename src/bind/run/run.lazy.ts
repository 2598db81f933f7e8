/** @file All that runs handlers, in one bundle that is loaded with the first run. */

export { functionOf, poolOf } from '../handler/handler.ts';
export { Stream } from '../stream/stream.ts';
export { submit } from './submit.ts';
