/** @file The error of an ffmpeg that ended otherwise than by itself. */

import { HandlerError } from '../../../src/shared/errors.ts';

/** ffmpeg ended otherwise than by itself, or its worker did: nothing of it is of use any more. */
export class Crash extends HandlerError {
  readonly what: string;
  readonly exitCode = null;
  /** The last lines of a run's log. */
  log = '';

  /** @param thrown - as the class's worker tells it: `RangeError: …`. */
  constructor(thrown: string, memory = /^RangeError|memory|allocat|OOM/i.test(thrown)) {
    const what = `ffmpeg ${memory ? 'ran out of memory' : 'crashed'}: ${thrown.replace(/^\w*Error: /, '')}`;
    super(`${what}. Its files are lost, the next call starts with a fresh one`);
    this.what = what;
  }
}
