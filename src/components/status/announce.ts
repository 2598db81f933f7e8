/** @file Has screen readers say one thing after the other. */

import { watchClock } from './clock.ts';

/** Milliseconds between two announcements, so that a screen reader can finish. */
const PAUSE_MS = 1000;

const waiting: string[] = [];
let region: HTMLElement | undefined;
let spokenAt = -Infinity;
let stop: (() => void) | undefined;

/**
 * Has screen readers say `text` politely, once. Texts follow each other at a second's distance; one that already
 * waits is not added again.
 */
export function announce(text: string): void {
  if (waiting.includes(text)) return;
  waiting.push(text);
  ensureRegion();
  stop ??= watchClock(speak);
}

function speak(): void {
  if (performance.now() - spokenAt < PAUSE_MS) return;
  const text = waiting.shift();
  ensureRegion().textContent = text ?? '';
  spokenAt = performance.now();
  if (text !== undefined) return;
  stop?.();
  stop = undefined;
}

/** The region must be in the page before the text is, or it is not heard. */
function ensureRegion(): HTMLElement {
  if (region?.isConnected) return region;
  region = document.createElement('div');
  region.setAttribute('role', 'status');
  region.className = 'riv-announcements';
  Object.assign(region.style, {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  });
  document.body.append(region);
  return region;
}
