/** @file The camera or microphone of a component: off, asking, live, recording, or what went wrong. */

import type { ReactiveController } from 'lit';
import type { DeviceKind } from '../../media/device/device-kind.ts';
import type { Device } from '../../media/device/devices.ts';
import { RivuletError, isAbort } from '../../shared/errors.ts';
import { REMOVED, type Recording } from '../../shared/port.ts';
import { report } from '../parts/report.ts';
import type { DeviceHost, Follower } from './device-host.ts';
import { say } from '../../words/media.ts';

/** What a device needs that is on: loaded when its user has asked for it. */
export interface DeviceParts {
  openDevice(wishes: MediaTrackConstraints, signal: AbortSignal): Promise<MediaStream>;
  /** The error for a device that went away while it was open. */
  lostDevice(): Error;
  listDevices(kind: 'videoinput' | 'audioinput'): Promise<Device[]>;
  watchDevices(changed: () => void, signal: AbortSignal): void;
  watchTrack(track: MediaStreamTrack, lost: () => void, signal: AbortSignal): void;
  announce(words: string): void;
  /** The button that turns it off. */
  closeButton(session: DeviceSession): unknown;
}

/** The camera or microphone of a component: nothing → asking → live, recording or not → nothing again, or what went wrong. */
export abstract class DeviceSession<
  Host extends DeviceHost = DeviceHost,
  Parts extends DeviceParts = DeviceParts,
> implements ReactiveController
{
  phase: 'idle' | 'asking' | 'live' | 'error' = 'idle';
  /** `ending`: the user has stopped, and what is in flight is waited for. */
  recording: 'off' | 'on' | 'paused' | 'ending' = 'off';
  error: RivuletError | null = null;
  devices: Device[] = [];
  /** What a device needs that is on; `null` before the first time. */
  parts: Parts | null = null;
  readonly kind: DeviceKind;
  protected readonly host: Host;
  /** Lasts as long as the device is open, or asked for. */
  protected life: AbortController | null = null;
  protected track: MediaStreamTrack | null = null;
  protected ended = new AbortController();
  protected cancelled = new AbortController();
  readonly #offered: () => boolean;
  #device: string | null = null;

  /** @param offered - true while its user has what turns it off. */
  constructor(host: Host, kind: DeviceKind, offered: () => boolean) {
    this.host = host;
    this.kind = kind;
    this.#offered = offered;
    host.addController(this);
    host.addEventListener(REMOVED, () => this.close());
  }

  hostUpdated(): void {
    // Nobody could turn it off any more.
    if (this.phase !== 'idle' && !this.#offered()) this.leave();
  }

  /** The device that is open, by the browser's name for it. */
  get device(): string | null {
    return this.track?.getSettings().deviceId ?? null;
  }

  /** Asks for the device. Only ever called for the user's press. */
  async open(): Promise<void> {
    this.release();
    const life = (this.life = new AbortController());
    const { signal } = life;
    this.enter('asking');
    try {
      // Few readers turn a device on: what it takes is loaded for those only.
      const parts = (this.parts ??= await this.load());
      const stream = await parts.openDevice(this.wishes(), signal);
      this.track = stream.getTracks()[0]!;
      await this.show(stream, parts, signal);
      if (signal.aborted) return;
      parts.watchTrack(this.track, () => this.fail(parts.lostDevice()), signal);
      addEventListener('pagehide', () => this.hide(), { signal });
      parts.watchDevices(() => void this.#list(parts, signal), signal);
      this.enter('live');
      await this.#list(parts, signal);
    } catch (error) {
      if (!signal.aborted) this.fail(error);
    }
  }

  /** Opens another device in place of this one. */
  choose(device: string | null): Promise<void> {
    this.#device = device;
    return this.open();
  }

  /** Starts a recording. */
  async record(): Promise<void> {
    const { parts, host, life } = this;
    if (this.phase !== 'live' || this.recording !== 'off' || !parts) return;
    this.ended = new AbortController();
    this.cancelled = new AbortController();
    this.recording = 'on';
    host.recordingStarted();
    host.requestUpdate();
    parts.announce(say('recording'));
    const onOver = await this.run(parts);
    this.recording = 'off';
    host.streamState = 'closed';
    if (this.phase === 'live' && (this.life === life || !this.life)) this.leave();
    onOver();
    parts.announce(say('recordingEnded'));
  }

  /** Ends the input; pressed again, cancels what is still in flight. */
  stop(): void {
    if (this.recording === 'ending') this.cancelled.abort();
    else this.end();
  }

  /** Lets the device go: what was recorded is kept, and goes its way. */
  leave(): void {
    this.end();
    this.release();
    this.enter('idle');
  }

  /** Lets everything go: recording, device, error. */
  close(): void {
    this.end();
    this.cancelled.abort();
    this.leave();
  }

  /** Loads what a device needs that is on. */
  protected abstract load(): Promise<Parts>;

  /** Shows what the device gives. */
  protected abstract show(stream: MediaStream, parts: Parts, signal: AbortSignal): unknown;

  /** Records until the end; gives what is to be done then. */
  protected abstract run(parts: Parts): Promise<() => void>;

  /** The page is hidden for good. */
  protected hide(): void {
    this.leave();
  }

  /** Has every binding follow the recording, or else `unbound`. True when one of them failed. */
  protected async follow(make: () => Recording, unbound: Follower): Promise<boolean> {
    const { host } = this;
    let failed = false;
    host.streamState = 'waiting';
    const runs = (host.followers.size > 0 ? [...host.followers] : [unbound]).map(async (follow) => {
      const recording = make();
      try {
        await follow(recording);
      } catch (error) {
        failed ||= !isAbort(error);
        this.end();
      }
      this.followed(recording);
    });
    await Promise.all(runs);
    this.end();
    return failed;
  }

  /** One binding has followed a recording to its end. */
  protected followed(_recording: Recording): void {}

  /** Ends the input. */
  protected end(): void {
    if (this.recording !== 'on' && this.recording !== 'paused') return;
    this.recording = 'ending';
    this.ended.abort();
    this.finish();
    this.host.requestUpdate();
  }

  /** The input is over. */
  protected finish(): void {}

  protected release(): void {
    const { life } = this;
    this.life = this.track = null;
    life?.abort();
  }

  protected fail(error: unknown): void {
    const { Fault, name, word, at } = this.kind;
    this.end();
    this.release();
    const words =
      error instanceof RivuletError
        ? error.message
        : say(word === 'camera' ? 'cameraFailed' : 'microphoneFailed');
    this.error = error instanceof Fault ? error : new Fault(words, { reason: 'failed', cause: error });
    this.enter('error');
    report(this.host, name, this.error, at);
  }

  protected enter(phase: DeviceSession['phase']): void {
    this.phase = phase;
    if (phase !== 'error') this.error = null;
    this.host.requestUpdate();
  }

  /** @param usual - what is asked for where the page wishes nothing. */
  protected wishes(usual: MediaTrackConstraints = {}): MediaTrackConstraints {
    const given = this.host.constraints as MediaStreamConstraints | null;
    const { media } = this.kind;
    const own = given && media in given ? given[media] : given;
    return {
      ...(typeof own === 'object' && own !== null ? (own as MediaTrackConstraints) : usual),
      ...(this.#device && { deviceId: { exact: this.#device } }),
    };
  }

  async #list({ listDevices }: Parts, signal: AbortSignal): Promise<void> {
    const devices = await listDevices(`${this.kind.media}input`);
    if (signal.aborted) return;
    this.devices = devices;
    this.host.requestUpdate();
  }
}
