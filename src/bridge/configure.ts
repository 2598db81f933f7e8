/** @file `rv.configure`: says where files come from, and what is spoken. */

import { sharedByCopies } from '../page/copies.ts';
import type { WordKey } from '../words/locale.ts';
import type { Word } from '../words/say.ts';

/** Where things come from, when not from where they are by themselves; and what is spoken. */
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
  /** The language of what the library itself says, such as `de` or `pt-BR`; the browser's when absent or `null`. */
  locale?: string | null;
  /** The page's own words in place of the library's, by their keys, such as `{ submit: 'Go' }`. */
  words?: { readonly [Key in WordKey]?: Word } | null;
}

const OPTIONS = ['assets', 'workerURL', 'debug', 'locale', 'words'];

const configuration = sharedByCopies<Configuration>('rivulet configuration', () => ({}));

const followers = sharedByCopies<((options: Configuration) => void)[]>('rivulet followers', () => []);

/**
 * Changes where files come from, which counts for workers that start afterwards, and what is spoken. URLs are resolved
 * against the page.
 */
export function configure(options: Configuration): void {
  const strange = Object.keys(options).find((name) => !OPTIONS.includes(name));
  if (strange) console.warn(`configure(): there is no option "${strange}"; there are ${OPTIONS.join(', ')}`);
  Object.assign(configuration, options);
  for (const follow of followers) follow(options);
}

/** Calls `follow` with what is configured already, and whatever will be. */
export function whenConfigured(follow: (options: Configuration) => void): void {
  followers.push(follow);
  follow(configuration);
}

/** Returns what was configured so far. */
export const configured = (): Readonly<Configuration> => configuration;

/** Returns true while the page is being made: it comes from this machine, or `debug` says so. */
export const developing = (): boolean => configuration.debug ?? isLocal(location);

/** Returns true for a page that comes from this machine. */
export const isLocal = ({ protocol, hostname }: Location | URL): boolean =>
  protocol === 'file:' || /^((.*\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
