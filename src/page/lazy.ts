/** @file Loads a part of the library that nobody needs before its first use. */

import { AssetError } from '../shared/errors.ts';
import { say } from '../words/core.ts';

/** Milliseconds that a server has to say what is wrong with a file. */
const STATUS_MS = 5000;

/**
 * Loads a part of the library that nobody needs before its first use. A failure is not remembered.
 *
 * @param load - The `import()`, written out for bundlers to see.
 * @throws {AssetError} in words for the user; the browser's own error is its `cause`.
 */
export async function lazy<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    const { message } = cause as Error;
    const url = /\S+:\/\/\S+/.exec(message)?.[0] ?? '';
    const status = await statusOf(url);
    const words =
      status >= 400 ? `${say('partMissing')} (${status}: ${url})` : `${say('partLost')} (${message})`;
    throw new AssetError(words, { url, status, cause });
  }
}

/** Asks the server about a file that could not be loaded: its status, which the browser does not tell; 0 where there is none. */
async function statusOf(url: string): Promise<number> {
  if (!url) return 0;
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(STATUS_MS) })).status;
  } catch {
    return 0;
  }
}
