/** @file The types of a worker that Vite inlines. */

declare module '*?worker&inline' {
  const InlineWorker: new (options?: WorkerOptions) => Worker;
  export default InlineWorker;
}
declare module '*?worker&url' {
  const url: string;
  export default url;
}
