/** @file Stands in for `getUserMedia`, the list of devices and their permissions, while there are fake devices. */

import { type Capabilities, type Fit, overconstrained } from './constraints.ts';
import { FakePermission } from './permission.ts';
import { replace } from './replace.ts';

/** The kinds of devices, as `enumerateDevices` calls them. */
export type FakeKind = 'videoinput' | 'audioinput';

/** A device, as far as it stands in for the browser's own. */
export interface Standing {
  readonly kind: FakeKind;
  readonly deviceId: string;
  readonly groupId: string;
  readonly label: string;
  readonly capabilities: Capabilities;
  readonly fault: 'unplugged' | 'denied' | 'busy' | null;
  readonly asked: MediaStreamConstraints[];
  fit(constraints: MediaTrackConstraints | true): Fit;
  open(constraints: MediaTrackConstraints | true): Promise<MediaStreamTrack>;
}

const MEDIA = { videoinput: 'video', audioinput: 'audio' } as const;
const KINDS: Record<string, FakeKind> = { camera: 'videoinput', microphone: 'audioinput' };

/** Those that are in place, in the order of their coming. */
const devices: Standing[] = [];
const permissions = new Set<FakePermission>();
/** Gives the page back what was replaced; `null` while nothing is. */
let undo: (() => void) | null = null;

/** Puts a device in the place of the browser's own of its kind. */
export function putInPlace(device: Standing): void {
  devices.push(device);
  undo ??= replaceAll();
  changed(true);
}

/** Takes a device away; after the last one the browser's own functions are back. */
export function takeAway(device: Standing): void {
  const at = devices.indexOf(device);
  if (at < 0) return;
  devices.splice(at, 1);
  if (devices.length === 0) {
    undo?.();
    undo = null;
    permissions.clear();
  }
  changed(true);
}

/** Tells the page what has changed: permissions, and with `list` what there is. */
export function changed(list: boolean): void {
  for (const permission of permissions) permission.look();
  if (list) navigator.mediaDevices?.dispatchEvent(new Event('devicechange'));
}

function replaceAll(): () => void {
  const undos: (() => void)[] = [];
  // Where the page is not secure, or the browser has no devices at all, there is none.
  if (!navigator.mediaDevices) undos.push(replace(navigator, 'mediaDevices', new EventTarget()));
  const { mediaDevices, permissions: own } = navigator;
  const getOwn = mediaDevices.getUserMedia?.bind(mediaDevices);
  const listOwn = mediaDevices.enumerateDevices?.bind(mediaDevices);
  const query = own?.query?.bind(own);
  undos.push(
    replace(mediaDevices, 'getUserMedia', (asked?: MediaStreamConstraints) => getTracks(asked ?? {}, getOwn)),
    replace(mediaDevices, 'enumerateDevices', async () => [
      ...devices.filter(({ fault }) => fault !== 'unplugged').map(infoOf),
      ...((await listOwn?.()) ?? []).filter(({ kind }) => ofKind(kind as FakeKind).length === 0),
    ]),
  );
  if (query)
    undos.push(
      replace(own, 'query', async (asked: PermissionDescriptor) => {
        const kind = KINDS[asked?.name];
        if (!kind || ofKind(kind).length === 0) return query(asked);
        const permission = new FakePermission(asked.name, () => (isDenied(kind) ? 'denied' : 'granted'));
        permissions.add(permission);
        return permission;
      }),
    );
  return () => {
    for (const each of undos.reverse()) each();
  };
}

const ofKind = (kind: FakeKind): Standing[] => devices.filter((device) => device.kind === kind);
const isDenied = (kind: FakeKind): boolean => ofKind(kind).some(({ fault }) => fault === 'denied');

type GetUserMedia = (constraints: MediaStreamConstraints) => Promise<MediaStream>;

async function getTracks(
  asked: MediaStreamConstraints,
  getOwn: GetUserMedia | undefined,
): Promise<MediaStream> {
  const kinds = (['videoinput', 'audioinput'] as const).filter((kind) => asked[MEDIA[kind]]);
  if (kinds.length === 0)
    throw new TypeError('getUserMedia: at least one of audio and video must be asked for');
  for (const kind of kinds) for (const device of ofKind(kind)) device.asked.push(asked);
  const tracks: MediaStreamTrack[] = [];
  try {
    for (const kind of kinds) {
      const media = MEDIA[kind];
      const wishes = asked[media] as MediaTrackConstraints | true;
      if (ofKind(kind).length > 0) tracks.push(await openOne(kind, wishes));
      else if (getOwn) tracks.push(...(await getOwn({ [media]: wishes })).getTracks());
      else throw notFound();
    }
  } catch (error) {
    for (const track of tracks) track.stop();
    throw error;
  }
  return new MediaStream(tracks);
}

/** Opens the device that answers best, as browsers do. */
async function openOne(kind: FakeKind, wishes: MediaTrackConstraints | true): Promise<MediaStreamTrack> {
  const plugged = ofKind(kind).filter(({ fault }) => fault !== 'unplugged');
  if (plugged.length === 0) throw notFound();
  if (isDenied(kind)) throw new DOMException('Permission denied', 'NotAllowedError');
  const fits = plugged.map((device) => ({ device, ...device.fit(wishes) }));
  const able = fits.filter(({ violated }) => !violated).sort((a, b) => a.distance - b.distance);
  const [best] = able;
  if (!best) throw overconstrained(fits[0]!.violated!);
  const { device } = best;
  if (device.fault === 'busy')
    throw new DOMException(`Could not start ${MEDIA[kind]} source`, 'NotReadableError');
  const track = await device.open(wishes);
  if (devices.includes(device)) return track;
  track.stop();
  throw new DOMException('The fake device was taken away', 'AbortError');
}

const notFound = () => new DOMException('Requested device not found', 'NotFoundError');

/** A line of the list; without names where the user forbids the device. */
function infoOf({ kind, deviceId, groupId, label, capabilities }: Standing): MediaDeviceInfo {
  const named = !isDenied(kind);
  const line = {
    kind,
    deviceId: named ? deviceId : '',
    groupId: named ? groupId : '',
    label: named ? label : '',
  };
  return { ...line, getCapabilities: () => ({ ...capabilities }), toJSON: () => line } as MediaDeviceInfo;
}
