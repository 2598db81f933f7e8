/** A device that the user can pick. */
export interface Device {
  /** The browser's name for it; empty before the user gave permission. */
  id: string;
  /** A name for people. */
  label: string;
}

/** The cameras or microphones of this computer; named only once the user has allowed one of them. */
export async function listDevices(kind: 'videoinput' | 'audioinput'): Promise<Device[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  const word = kind === 'videoinput' ? 'Camera' : 'Microphone';
  return devices
    .filter((device) => device.kind === kind)
    .map(({ deviceId, label }, at) => ({ id: deviceId, label: label || `${word} ${at + 1}` }));
}

/** Calls `changed` whenever a device is connected or removed, until `signal` aborts. */
export function watchDevices(changed: () => void, signal: AbortSignal): void {
  navigator.mediaDevices?.addEventListener('devicechange', changed, { signal });
}
