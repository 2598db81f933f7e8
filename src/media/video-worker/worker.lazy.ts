/** @file The video worker as text, loaded when it is started. */

export { default as VideoWorker } from './worker.ts?worker&inline';
