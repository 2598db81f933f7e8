/** @file `rv.configure`: says where files come from. */

import { sharedByCopies } from '../page/copies.ts';

/** Where things come from, when not from where they are by themselves. */
export interface Configuration {
  /** Base URL under which `onnxruntime-web/`, `ffmpeg/` and `ffmpeg-mt/` lie. */
  assets?: string;
  /** A same-origin copy of `dist/handler-worker.js`, for pages whose policy forbids workers from blobs. */
  workerURL?: string | URL;
  /**
   * True tells mistakes in the page, too, as is the default on `localhost` and in files; false leaves them to the
   * console.
   */
  debug?: boolean;
}

const configuration = sharedByCopies<Configuration>('rivulet configuration', () => ({}));

/** Changes where files come from; counts for workers that start afterwards. URLs are resolved against the page. */
export function configure(options: Configuration): void {
  Object.assign(configuration, options);
}

/** Returns what was configured so far. */
export const configured = (): Readonly<Configuration> => configuration;

/** Returns true while the page is being made: it comes from this machine, or `debug` says so. */
export const developing = (): boolean => configuration.debug ?? isLocal(location);

/** Returns true for a page that comes from this machine. */
export const isLocal = ({ protocol, hostname }: Location | URL): boolean =>
  protocol === 'file:' || /^((.*\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
