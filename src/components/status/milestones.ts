/** @file Announces how one output's runs go: start, quarters, done, failed. */

import type { Status } from '../../shared/port.ts';
import { announce } from './announce.ts';
import { progressOf, firstSentence } from './words.ts';
import { say } from '../../words/run.ts';

/** Milliseconds before a run is worth a word: shorter ones are heard by their result. */
const START_MS = 1000;
/** Milliseconds between two milestones. */
const MILESTONE_MS = 5000;

/** What was said of a run, by the moment it was accepted: the outputs of one run share that moment. */
const said = new Map<number, Set<string>>();

/** Tells screen readers how one output's runs go: start, quarters, done, failed; each once for a run. */
export class Milestones {
  #since: number | undefined;
  #heard = false;
  #failed: Status | undefined;
  #quarter = 0;
  #quarterAt = 0;

  /** Looks at a status: at each change, and now and then while it lasts. */
  follow(status: Status, name: string): void {
    if (status.show === 'hidden' || status.stage === 'streaming') return;
    const now = performance.now();
    if (status.stage === 'pending' || status.stage === 'generating') {
      if (this.#since === undefined) this.#begin(status.since ?? now);
      if (!this.#heard && now - (this.#since ?? now) >= START_MS) {
        this.#heard = true;
        this.#say('start', say('working', { name }));
      }
      if (this.#heard) this.#mark(status, name, now);
      return;
    }
    if (status.stage === 'error') this.#fail(status, name);
    else if (status.stage === 'complete' && this.#heard) this.#say('end', say('done', { name }));
    this.#since = undefined;
    this.#heard = false;
  }

  /** A failure that a toast tells is heard from there. */
  #fail(status: Status, name: string): void {
    const { error, since = performance.now() } = status;
    if (error?.shownBy || status === this.#failed) return;
    this.#failed = status;
    this.#since ??= since;
    this.#say(
      'end',
      error?.message ? `${name}: ${firstSentence(error.message).sentence}` : say('failed', { name }),
    );
  }

  #begin(since: number): void {
    this.#since = since;
    this.#quarter = 0;
    this.#quarterAt = performance.now();
  }

  #mark(status: Status, name: string, now: number): void {
    const quarter = Math.floor((progressOf(status) ?? 0) * 4);
    if (quarter <= this.#quarter || quarter === 4 || now - this.#quarterAt < MILESTONE_MS) return;
    this.#quarter = quarter;
    this.#quarterAt = now;
    this.#say(`quarter ${quarter}`, `${name}: ${quarter * 25}%`);
  }

  #say(what: string, text: string): void {
    const since = this.#since ?? 0;
    const words = said.get(since) ?? new Set();
    if (words.has(what)) return;
    words.add(what);
    said.set(since, words);
    if (said.size > 20) said.delete(said.keys().next().value ?? 0);
    announce(text);
  }
}
