// The worker with all that it needs, as text: loaded when it is started, not before.
export { default as VideoWorker } from './video-worker.ts?worker&inline';
