// The worker with all that it needs, as text: loaded when it is started, not before.
export { default as VideoWorker } from './worker.ts?worker&inline';
