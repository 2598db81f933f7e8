/** @file Says what a frame's sandbox keeps from a page in it. */

/** True in a frame whose sandbox lacks `allow-same-origin`, and in its workers. */
export const isSandboxed = (): boolean =>
  globalThis.origin === 'null' && !/^(blob:)?file:/.test(location.href);

/** What its maker has to write. */
export const ALLOW_SAME_ORIGIN = 'sandbox="allow-scripts allow-same-origin"';

/** Why a worker has no codecs, to be put behind a sentence that says so; empty where the browser itself lacks them. */
export const sandboxWords = (): string =>
  isSandboxed() && !isSecureContext
    ? `. The page is in a frame whose sandbox keeps them from it: its <iframe> needs ${ALLOW_SAME_ORIGIN}`
    : '';
