/** @file Lists devices, and watches for others and for tracks that end. */

/** A device that the user can pick. */
export interface Device {
  /** The browser's name for it; empty before the user gave permission. */
  id: string;
  /** A name for people. */
  label: string;
}

/**
 * Returns the cameras or microphones of this computer; named only once the user has allowed one of them. None where the browser
 * does not tell, which the console says: what is open works without a choice.
 */
export async function listDevices(kind: 'videoinput' | 'audioinput'): Promise<Device[]> {
  const word = kind === 'videoinput' ? 'Camera' : 'Microphone';
  let devices: MediaDeviceInfo[] = [];
  try {
    devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  } catch (error) {
    console.warn(`${word}: the browser does not list the devices to choose from.`, error);
  }
  return devices
    .filter((device) => device.kind === kind)
    .map(({ deviceId, label }, at) => ({ id: deviceId, label: label || `${word} ${at + 1}` }));
}

/** Milliseconds between two looks at a track that may have ended without an event: another script has stopped it. */
const LOOK_MS = 500;

/** Calls `lost` once when a track ends, also without an event, until `signal` aborts. */
export function watchTrack(track: MediaStreamTrack, lost: () => void, signal: AbortSignal): void {
  const over = new AbortController();
  const end = () => {
    over.abort();
    lost();
  };
  const timer = setInterval(() => track.readyState === 'ended' && end(), LOOK_MS);
  const either = AbortSignal.any([signal, over.signal]);
  either.addEventListener('abort', () => clearInterval(timer));
  track.addEventListener('ended', end, { signal: either });
}

/** Calls `changed` whenever a device is connected or removed, until `signal` aborts. */
export function watchDevices(changed: () => void, signal: AbortSignal): void {
  navigator.mediaDevices?.addEventListener('devicechange', changed, { signal });
}
