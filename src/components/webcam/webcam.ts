/** @file The camera of an Image or Video: off, asking, live, recording, or what went wrong. */

import type { ReactiveController } from 'lit';
import type { Device } from '../../media/device/devices.ts';
import { CameraError, RivuletError, isAbort } from '../../shared/errors.ts';
import { part } from '../../page/lazy.ts';
import type { Recording } from '../../shared/port.ts';
import { report } from '../parts/report.ts';
import type { Preview } from './preview.ts';
import { drawn } from '../parts/picture.ts';
import type { Facing, WebcamHost } from './webcam-host.ts';

type Parts = typeof import('./webcam.lazy.ts');

/** The camera of an Image: nothing → asking → live, recording or not → nothing again, or what went wrong. */
export class Webcam implements ReactiveController {
  /** Its live picture; `null` before it was on for the first time. */
  preview: Preview | null = null;
  phase: 'idle' | 'asking' | 'live' | 'error' = 'idle';
  /** `ending`: the user has stopped, and what is in flight is waited for. */
  recording: 'off' | 'on' | 'ending' = 'off';
  error: CameraError | null = null;
  devices: Device[] = [];
  /** What a camera needs that is on; `null` before the first time. */
  parts: Parts | null = null;
  #host: WebcamHost;
  readonly #offered: () => boolean;
  #life: AbortController | null = null;
  #track: MediaStreamTrack | null = null;
  #device: string | null = null;
  #flipped: Facing | null = null;
  #ended = new AbortController();
  #cancelled = new AbortController();
  #handed = false;
  #frame: ImageData | null = null;

  /** @param offered - true while its user has what turns it off. */
  constructor(host: WebcamHost, offered: () => boolean) {
    this.#host = host;
    this.#offered = offered;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.phase === 'live') this.preview?.resume();
  }

  hostUpdated(): void {
    if (this.phase === 'idle' || (this.#host.visible === true && this.#offered())) return;
    // Nobody could turn it off any more.
    this.#end();
    this.#leave();
  }

  /** A move within one task is no removal. */
  hostDisconnected(): void {
    setTimeout(() => {
      if (!this.#host.isConnected) this.close();
    });
  }

  /** The camera that is open, by the browser's name for it. */
  get device(): string | null {
    return this.#track?.getSettings().deviceId ?? null;
  }

  /** Which way it looks, where it says so. */
  get facing(): Facing | null {
    return (this.#track?.getSettings().facingMode as Facing | undefined) ?? null;
  }

  /** True when preview and data are mirrored: never for a camera that looks away from the user. */
  get mirrored(): boolean {
    return this.#host.mirror && this.facing !== 'environment';
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

  /** Asks for the camera and shows it. Only ever called for the user's press. */
  async open(): Promise<void> {
    this.#release();
    const life = (this.#life = new AbortController());
    this.#enter('asking');
    try {
      // Few readers turn a camera on: what it takes is loaded for those only.
      const parts = (this.parts ??= await part(() => import('./webcam.lazy.ts')));
      const stream = await parts.openCamera(this.#wishes(parts.USUAL_CAMERA), life.signal);
      this.#track = stream.getVideoTracks()[0]!;
      parts.watchTrack(this.#track, () => this.#fail(parts.lostCamera()), life.signal);
      addEventListener('pagehide', () => this.close(), { signal: life.signal });
      parts.watchDevices(() => void this.#list(parts, life.signal), life.signal);
      this.preview ??= new parts.Preview();
      this.preview.show(stream);
      this.#enter('live');
      await this.#list(parts, life.signal);
    } catch (error) {
      if (!life.signal.aborted) this.#fail(error);
    }
  }

  /** Waits for a picture; false when the camera was closed before there was one. */
  async pictured(): Promise<boolean> {
    const { preview } = this;
    const life = this.#life;
    if (!preview || !life) return false;
    if (!preview.ready) await preview.after(-1, life.signal);
    return !life.signal.aborted;
  }

  /** Shows another camera in place of this one. */
  choose(device: string): Promise<void> {
    this.#device = device;
    return this.open();
  }

  /** Turns from the camera that faces the user to the other one, and back. */
  flip(): Promise<void> {
    this.#device = null;
    this.#flipped = this.facing === 'environment' ? 'user' : 'environment';
    return this.open();
  }

  /** Starts a recording, which every binding follows. */
  async record(): Promise<void> {
    const { parts, preview } = this;
    if (this.phase !== 'live' || this.recording !== 'off' || !this.#track || !parts || !preview) return;
    const host = this.#host;
    const life = this.#life;
    const [ended, cancelled] = [
      (this.#ended = new AbortController()),
      (this.#cancelled = new AbortController()),
    ];
    const camera = {
      preview,
      track: this.#track,
      mirror: this.mirrored,
      type: host.type,
      handed: () => this.#hand(),
    };
    this.recording = 'on';
    host.streamState = 'waiting';
    host.recordingStarted();
    parts.announce('Recording');
    const followers =
      host.followers.size > 0
        ? [...host.followers]
        : [(recording: Recording) => parts.fireStream(host, recording, () => this.#hand())];
    let failed = false;
    const runs = followers.map(async (follow) => {
      try {
        await follow(new parts.CameraRecording(camera, ended.signal, cancelled.signal));
      } catch (error) {
        failed ||= !isAbort(error);
        this.#end();
      }
    });
    await Promise.all(runs);
    this.#end();
    this.recording = 'off';
    this.forget();
    host.streamState = 'closed';
    if (this.#life === life && this.phase === 'live') this.#leave();
    host.recordingEnded(failed);
    parts.announce('Recording ended');
  }

  /** Ends the input; pressed again, cancels what is still in flight. */
  stop(): void {
    if (this.recording === 'ending') this.#cancelled.abort();
    this.#end();
  }

  /** Lets everything go: recording, camera, error. */
  close(): void {
    this.#end();
    this.#cancelled.abort();
    this.#leave();
  }

  #hand(): void {
    this.#handed = true;
  }

  #end(): void {
    if (this.recording === 'on') this.recording = 'ending';
    this.#ended.abort();
    this.#host.requestUpdate();
  }

  #leave(): void {
    this.#release();
    this.#enter('idle');
  }

  #release(): void {
    this.#life?.abort();
    this.#life = null;
    this.#track = null;
    this.preview?.show(null);
  }

  #fail(error: unknown): void {
    this.#end();
    this.#release();
    this.error =
      error instanceof CameraError
        ? error
        : new CameraError(error instanceof RivuletError ? error.message : String(error), {
            reason: 'failed',
            cause: error,
          });
    this.#enter('error');
    report(this.#host, 'Camera', this.error, 'middle');
  }

  #enter(phase: Webcam['phase']): void {
    this.phase = phase;
    if (phase !== 'error') this.error = null;
    this.#host.requestUpdate();
  }

  #wishes(usual: MediaTrackConstraints): MediaTrackConstraints {
    const given = this.#host.constraints;
    const video = given && 'video' in given ? given.video : given;
    const facing = this.#flipped ?? this.#host.facing;
    return {
      ...(typeof video === 'object' && video !== null ? video : usual),
      ...(facing && { facingMode: { ideal: facing } }),
      ...(this.#device && { deviceId: { exact: this.#device } }),
    } as MediaTrackConstraints;
  }

  async #list({ listDevices }: Parts, signal: AbortSignal): Promise<void> {
    const devices = await listDevices('videoinput');
    if (signal.aborted) return;
    this.devices = devices;
    this.#host.requestUpdate();
  }
}
