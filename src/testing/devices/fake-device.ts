/** @file The base of fake cameras and microphones: its settings, its tracks, its faults. */

import { type Capabilities, type Fit, type Settings, fit } from './constraints.ts';
import { type FakeKind, type Standing, changed, putInPlace, takeAway } from './stand-in.ts';
import { type TrackFeed, dress } from './track.ts';

/** A device that stands in for those of this computer, until `restore`. */
export interface FakeDevice {
  /** The browser's name for it, as in `enumerateDevices` and in `getSettings`. */
  readonly deviceId: string;
  /** All tracks that the page was given, in order, so that a test sees whether they were stopped. */
  readonly tracks: readonly MediaStreamTrack[];
  /** What the page asked for in `getUserMedia`, in order, refused or not. */
  readonly asked: readonly MediaStreamConstraints[];
  /** Pulls it out: its tracks end, it is in no list, `devicechange` fires; asking for it is a `NotFoundError`. */
  unplug(): void;
  /** The user forbids it: its tracks end; asking for it is a `NotAllowedError`. */
  deny(): void;
  /** Another program uses it: asking for it is a `NotReadableError`. Tracks that are open go on. */
  busy(): void;
  /** Ends every fault: it is plugged in, allowed and free. */
  mend(): void;
  /** Stops its tracks and takes it away; after the last one the browser's own functions are back. */
  restore(): void;
}

let count = 0;

/** The base of fake cameras and microphones. */
export abstract class AnyFakeDevice implements FakeDevice, Standing {
  readonly tracks: MediaStreamTrack[] = [];
  readonly asked: MediaStreamConstraints[] = [];
  readonly deviceId: string;
  readonly groupId = 'fake-devices';
  readonly label: string;
  fault: Standing['fault'] = null;
  abstract readonly kind: FakeKind;
  /** What it can do, but for its names. */
  protected abstract readonly abilities: Capabilities;
  /** What it is set to where nobody asks for anything else. */
  protected abstract readonly usual: Settings;
  /** Ends each track that is open, from outside. */
  readonly #open = new Set<{ end(): void; stop(): void }>();

  constructor(word: string, label: string | undefined) {
    count++;
    this.deviceId = `fake-${word}-${count}`;
    this.label = label ?? `Fake ${word} ${count}`;
  }

  get capabilities(): Capabilities {
    return { ...this.abilities, deviceId: [this.deviceId], groupId: [this.groupId] };
  }

  /** How well it answers to constraints. */
  fit(constraints: MediaTrackConstraints | true): Fit {
    return fit(this.capabilities, this.usual, constraints);
  }

  /** Opens it. @throws what keeps it from giving anything */
  async open(constraints: MediaTrackConstraints | true): Promise<MediaStreamTrack> {
    const feed = await this.feed(this.fit(constraints).settings);
    const track = dress(feed, this, constraints, this.#open);
    this.tracks.push(track);
    return track;
  }

  /** Starts what gives a track its content. */
  protected abstract feed(settings: Settings): Promise<TrackFeed>;

  unplug(): void {
    this.#fail('unplugged');
    this.#end();
  }

  deny(): void {
    this.#fail('denied');
    this.#end();
  }

  busy(): void {
    this.#fail('busy');
  }

  mend(): void {
    this.#fail(null);
  }

  restore(): void {
    for (const each of [...this.#open]) each.stop();
    takeAway(this);
  }

  /** Puts it in the place of the browser's own; the last thing that is done to make it. */
  protected begin(): this {
    putInPlace(this);
    return this;
  }

  #fail(fault: Standing['fault']): void {
    const plugs = (this.fault === 'unplugged') !== (fault === 'unplugged');
    this.fault = fault;
    changed(plugs);
  }

  #end(): void {
    for (const each of [...this.#open]) each.end();
  }
}
