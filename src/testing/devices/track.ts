/** @file Has a track of a canvas or of Web Audio say that it is a device's. */

import { type Capabilities, type Fit, type Settings, overconstrained } from './constraints.ts';

/** What gives a track its content while it is open. */
export interface TrackFeed {
  readonly track: MediaStreamTrack;
  /** Changes to other settings. */
  apply(settings: Settings): void;
  /** Nobody needs it any more. */
  close(): void;
}

/** What a track asks of its device. */
interface TrackDevice {
  readonly label: string;
  readonly capabilities: Capabilities;
  fit(constraints: MediaTrackConstraints | true): Fit;
}

/**
 * Has the track of a feed, and its clones, answer as a device's do. The feed is closed when the last of them has ended.
 *
 * @param open - What is open of the device: here each track is while it is live. `end` ends it as if by itself, `stop`
 *   without an event.
 */
export function dress(
  feed: TrackFeed,
  device: TrackDevice,
  constraints: MediaTrackConstraints | true,
  open: Set<{ end(): void; stop(): void }>,
): MediaStreamTrack {
  let asked = constraints;
  let { settings } = device.fit(asked);
  let live = 0;

  function answerable(track: MediaStreamTrack): MediaStreamTrack {
    live++;
    const stop = track.stop.bind(track);
    const clone = track.clone.bind(track);
    const entry = {
      stop: () => {
        if (!open.delete(entry)) return;
        stop();
        if (--live === 0) feed.close();
      },
      end: () => {
        entry.stop();
        track.dispatchEvent(new Event('ended'));
      },
    };
    open.add(entry);
    Object.defineProperty(track, 'label', { value: device.label, configurable: true });
    return Object.assign(withEvents(track), {
      stop: entry.stop,
      clone: () => answerable(clone()),
      getSettings: () => ({ ...settings }),
      getCapabilities: () => ({ ...device.capabilities }),
      getConstraints: () => (asked === true ? {} : { ...asked }),
      applyConstraints: async (wishes: MediaTrackConstraints = {}) => {
        const found = device.fit(wishes);
        if (found.violated) throw overconstrained(found.violated);
        asked = wishes;
        settings = found.settings;
        feed.apply(settings);
      },
    });
  }
  return answerable(feed.track);
}

/**
 * Has the events that a script fires on a track reach those who listen to it: Firefox delivers none of them. They, and the
 * browser's own, go by a target of their own.
 */
function withEvents(track: MediaStreamTrack): MediaStreamTrack {
  const target = new EventTarget();
  const dispatch = (event: Event) => {
    for (const name of ['target', 'currentTarget']) Object.defineProperty(event, name, { value: track });
    return target.dispatchEvent(event);
  };
  for (const type of ['ended', 'mute', 'unmute']) {
    track.addEventListener(type, () => dispatch(new Event(type)));
    let handler: ((event: Event) => unknown) | null = null;
    target.addEventListener(type, (event) => handler?.call(track, event));
    Object.defineProperty(track, `on${type}`, {
      get: () => handler,
      set: (given) => (handler = typeof given === 'function' ? given : null),
    });
  }
  return Object.assign(track, {
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    dispatchEvent: dispatch,
  });
}
