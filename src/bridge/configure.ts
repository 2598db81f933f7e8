/** Where things come from, when not from where they are by themselves. */
export interface Configuration {
  /** Base URL under which `onnxruntime-web/`, `ffmpeg/` and `ffmpeg-mt/` lie. */
  assets?: string;
  /** A same-origin copy of `dist/handler-worker.js`, for pages whose policy forbids workers from blobs. */
  workerURL?: string | URL;
}

const configuration: Configuration = {};

/** Changes where files come from; counts for workers that start afterwards. URLs are resolved against the page. */
export function configure(options: Configuration): void {
  Object.assign(configuration, options);
}

/** What was configured so far. */
export const configured = (): Readonly<Configuration> => configuration;
