/** @file The base of the players of sound and of video. */

import { LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Span } from '../../media/video-worker/tasks.ts';
import type { RivuletError } from '../../shared/errors.ts';
import { type Edited, type Played, moved } from './player-views.ts';

/** Share of the whole that the steps back and forth go. */
const SKIP = 0.05;

/** What a player has open, of whatever kind it is. */
export interface PlayerSource<Source> {
  /** True when something is open. */
  readonly isOpen: boolean;
  open(source: Source | null): void;
  /** Lets all go. A stream is its owner's: it is paused. */
  close(): void;
}

/** What a player's source asks of it, and tells it. */
export interface PlayerHost {
  readonly autoplay: boolean;
  requestUpdate(): void;
  /** It cannot be played. */
  fail(error: RivuletError): void;
}

/**
 * What plays a sound or a video: a file, or a stream that is still growing. A stream stays its owner's: it is played and
 * paused here, and closed there.
 */
export abstract class MediaPlayer<Source, Whole extends Source>
  extends LitElement
  implements PlayerHost, Played, Edited
{
  /** What is played; `null` for none. */
  @property({ attribute: false }) source: Source | null = null;
  /** What it is called, for screen readers. */
  abstract label: string;
  /** True: the user may trim it. */
  @property({ type: Boolean }) editable = false;
  /** True: begins again at its end. */
  @property({ type: Boolean }) loop = false;
  /** True: plays as soon as it is there. A stream is told so by its owner. */
  @property({ type: Boolean }) autoplay = false;
  /** 0 … 1. */
  @property({ type: Number }) volume = 1;
  /** True silences it; the volume stays as it is. */
  @property({ type: Boolean }) muted = false;
  /** How fast it plays, 1 as it was made; its pitch stays. */
  @property({ type: Number }) speed = 1;

  @state() protected span: Span | null = null;
  @state() protected problem = '';

  protected abstract readonly opened: PlayerSource<Source>;
  /** Seconds that a trim keeps at least. */
  protected abstract readonly least: number;
  #before: Whole[] = [];
  #own: Source | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && !this.opened.isOpen) this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within one task is no removal.
    setTimeout(() => {
      if (!this.isConnected) this.close();
    });
  }

  /** Seconds; 0 while it is not known. */
  abstract get duration(): number;

  /** Seconds: what is seen or heard now. */
  protected abstract get now(): number;

  abstract play(): void;

  abstract pause(): void;

  /** Goes to a moment, in seconds. */
  abstract seek(time: number): void;

  /** Goes a step of a twentieth of the whole: 1 forward, -1 back. */
  skip(direction: 1 | -1): void {
    const { duration } = this;
    this.seek(Math.max(0, Math.min(duration, this.now + direction * SKIP * duration)));
  }

  /** Offers the part between a quarter and a half of the whole to keep. */
  startTrimming(): void {
    this.span = { start: this.duration / 4, end: this.duration / 2 };
  }

  endTrimming(): void {
    this.span = null;
  }

  /** Keeps what is chosen. */
  abstract trim(): unknown;

  /** Takes the last trim back. */
  undo(): void {
    const before = this.#before.pop();
    if (before !== undefined) this.#edit(before);
  }

  /** @internal */
  fail(error: RivuletError): void {
    const shown = this.dispatchEvent(new CustomEvent('error', { detail: error, cancelable: true }));
    if (shown) this.problem = error.message;
  }

  /** The user has trimmed `whole`. */
  protected trimmed(whole: Whole, part: Whole): void {
    this.#before.push(whole);
    this.#edit(part);
  }

  /** Says what Trim and Undo can do now. */
  protected edits(whole: boolean): { trimming: boolean; canTrim: boolean; canUndo: boolean } {
    return {
      trimming: this.span !== null,
      canTrim: this.editable && whole && this.duration > 2 * this.least,
      canUndo: this.editable && this.#before.length > 0,
    };
  }

  /** Moves one end of what Trim keeps; the other gives way. */
  protected choose(part: Partial<Span>): void {
    if (this.span) this.span = moved(this.span, part, this.least);
  }

  protected close(): void {
    this.opened.close();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('source')) return;
    if (this.source !== this.#own) this.#before = [];
    this.#own = this.source;
    this.#open();
  }

  #open(): void {
    this.span = null;
    this.problem = '';
    this.opened.open(this.source);
  }

  #edit(value: Whole): void {
    this.#own = this.source = value;
    this.dispatchEvent(new CustomEvent('edit', { detail: { value } }));
  }
}
