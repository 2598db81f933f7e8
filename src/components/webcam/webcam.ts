/** @file The camera of an Image or Video. */

import { CAMERA } from '../../media/device/device-kind.ts';
import { lazy } from '../../page/lazy.ts';
import { DeviceSession } from '../device-session/device-session.ts';
import { drawn } from '../parts/picture.ts';
import type { Preview } from './preview.ts';
import type { Facing, WebcamHost } from './webcam-host.ts';

type CameraParts = typeof import('./webcam.lazy.ts');

/** What is asked of a camera when nobody wishes otherwise: the largest picture that is common. Pixels. */
const USUAL: MediaTrackConstraints = { width: { ideal: 1920 }, height: { ideal: 1440 } };

/** The camera of an Image or Video. */
export class Webcam extends DeviceSession<WebcamHost, CameraParts> {
  /** Its live picture; `null` before it was on for the first time. */
  preview: Preview | null = null;
  #flipped: Facing | null = null;
  #handed = false;
  #frame: ImageData | null = null;

  /** @param offered - true while its user has what turns it off. */
  constructor(host: WebcamHost, offered: () => boolean) {
    super(host, CAMERA, () => host.visible === true && offered());
  }

  hostConnected(): void {
    if (this.phase === 'live') this.preview?.resume();
  }

  /** Which way it looks, where it says so. */
  get facing(): Facing | null {
    return (this.track?.getSettings().facingMode as Facing | undefined) ?? null;
  }

  /** True when preview and data are mirrored: never for a camera that looks away from the user. */
  get mirrored(): boolean {
    return this.host.mirror && this.facing !== 'environment';
  }

  /** The last frame that went to a handler, read when asked for; `null` before the first one. */
  get frame(): ImageData | null {
    if (!this.#handed || !this.preview?.ready) return this.#frame;
    const canvas = drawn(this.preview.video, this.mirrored);
    this.#handed = false;
    return (this.#frame = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height));
  }

  /** Forgets the last frame. */
  forget(): void {
    this.#handed = false;
    this.#frame = null;
  }

  /** Waits for a picture; false when the camera was closed before there was one. */
  async pictured(): Promise<boolean> {
    const { preview, life } = this;
    if (!preview || !life) return false;
    if (!preview.ready) await preview.after(-1, life.signal);
    return !life.signal.aborted;
  }

  /** Turns from the camera that faces the user to the other one, and back. */
  flip(): Promise<void> {
    this.#flipped = this.facing === 'environment' ? 'user' : 'environment';
    return this.choose(null);
  }

  protected override load(): Promise<CameraParts> {
    return lazy(() => import('./webcam.lazy.ts'));
  }

  protected override show(stream: MediaStream, { Preview }: CameraParts): void {
    this.preview ??= new Preview();
    this.preview.show(stream);
  }

  protected override async run({ CameraRecording, fireStream }: CameraParts): Promise<() => void> {
    const { host, track, preview, ended, cancelled } = this;
    const handed = () => void (this.#handed = true);
    const camera = { preview: preview!, track: track!, mirror: this.mirrored, type: host.type, handed };
    const failed = await this.follow(
      () => new CameraRecording(camera, ended.signal, cancelled.signal),
      (recording) => fireStream(host, recording, handed),
    );
    this.forget();
    return () => host.recordingEnded(failed);
  }

  /** Nothing of a camera goes on in a page that is gone. */
  protected override hide(): void {
    this.close();
  }

  protected override release(): void {
    super.release();
    this.preview?.show(null);
  }

  protected override wishes(): MediaTrackConstraints {
    const facing = this.#flipped ?? this.host.facing;
    return { ...super.wishes(USUAL), ...(facing && { facingMode: { ideal: facing } }) };
  }
}
