/** @file Makes a file of each recording of a Video's camera. */

import { openMicrophone } from '../../media/device/microphone.ts';
import { work } from '../../media/video-worker/service.ts';
import { isAbort } from '../../shared/errors.ts';
import type { Recording } from '../../shared/port.ts';
import type { Webcam } from '../webcam/webcam.ts';
import { mirrored } from './mirrored.ts';
import { report } from '../parts/report.ts';
import { markSilent } from './video-to-handler.ts';
import type { VideoHost } from './video-host.ts';
import { say } from '../../words/media.ts';

/** What recordings are written in, the first that the browser can. */
const TYPES = ['video/webm', 'video/mp4'];

/** Follows the recordings of a Video's camera: makes a file of each. */
export class VideoRecorder {
  readonly #host: VideoHost;
  readonly #webcam: Webcam;
  /** When it began, on `performance.now()`'s clock; `null` when nothing is recorded. */
  #since: number | null = null;
  #clock: ReturnType<typeof setInterval> | undefined;
  #listening: AbortController | null = null;
  #sound: Promise<MediaStream | null> = Promise.resolve(null);

  constructor(host: VideoHost, webcam: Webcam) {
    this.#host = host;
    this.#webcam = webcam;
  }

  /** Seconds recorded so far; `null` when nothing is recorded. */
  get seconds(): number | null {
    return this.#since === null ? null : (performance.now() - this.#since) / 1000;
  }

  /** Opens the microphone with the camera, where sound is wanted, and lets it go with it. */
  look(): void {
    const live = this.#webcam.phase === 'live';
    if (live && !this.#listening && this.#host.includeAudio) {
      this.#listening = new AbortController();
      this.#sound = this.#openSound(this.#listening.signal);
    } else if (!live) {
      this.#listening?.abort();
      this.#listening = null;
      this.#sound = Promise.resolve(null);
    }
  }

  /** One recording, from Record to Stop. */
  readonly follow = async (recording: Recording): Promise<void> => {
    const host = this.#host;
    const life = new AbortController();
    try {
      const file = await this.#record(recording, life.signal);
      if (file && !recording.cancelled.aborted) host.take(file, 'stopRecording');
      else host.notify('stopRecording', { value: null });
    } catch (error) {
      host.notify('stopRecording', { value: null });
      throw error;
    } finally {
      life.abort();
      clearInterval(this.#clock);
      this.#since = null;
    }
  };

  async #record({ ended, cancelled }: Recording, life: AbortSignal): Promise<File | null> {
    const { preview, mirrored: mirror } = this.#webcam;
    const sound = await this.#sound;
    if (!(await this.#webcam.pictured()) || !preview) return null;
    const camera = preview.video.srcObject as MediaStream;
    const pictures = mirror ? mirrored(preview.video, life) : camera.getVideoTracks()[0]!;
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    const recorder = new MediaRecorder(new MediaStream([pictures, ...(sound?.getAudioTracks() ?? [])]), {
      mimeType,
    });
    const pieces: Blob[] = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    const over = new Promise<void>((resolve, reject) => {
      recorder.onstop = () => resolve(); // after the last piece
      recorder.onerror = (event) =>
        reject((event as ErrorEvent).error ?? new Error('The recording broke off'));
    });
    const stop = () => recorder.state !== 'inactive' && recorder.stop();
    ended.addEventListener('abort', stop);
    recorder.start();
    this.#begin();
    if (ended.aborted) stop();
    await over;
    const type = recorder.mimeType.replace(/;.*/, '') || (mimeType ?? '');
    const whole = new Blob(pieces, { type });
    if (cancelled.aborted || whole.size === 0) return null;
    // Recorders write files that do not say how long they are and cannot be searched in.
    const file = await work('convert', [whole, { type }]).catch(() => whole);
    const named = new File([file], `video.${type.replace('video/', '')}`, { type });
    if (!sound) markSilent(named);
    return named;
  }

  #begin(): void {
    this.#since = performance.now();
    this.#host.streamState = 'open';
    this.#clock = setInterval(() => this.#host.requestUpdate(), 1000);
    this.#host.requestUpdate();
  }

  /** Pictures without sound are better than none: a microphone that cannot be had is only told of. */
  async #openSound(signal: AbortSignal): Promise<MediaStream | null> {
    const given = this.#host.constraints;
    const audio = given && 'audio' in given && typeof given.audio === 'object' ? given.audio : {};
    try {
      return await openMicrophone(audio, signal);
    } catch (error) {
      if (!signal.aborted && !isAbort(error)) {
        this.#host.message = say('recordingMute', { why: (error as Error).message });
        report(this.#host, 'Microphone', error as Error);
      }
      return null;
    }
  }
}
