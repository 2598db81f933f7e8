/** @file Captures the sound of a track by `MediaStreamTrackProcessor`, where the browser has it. */

import type { Capture, TakeSlice } from './capture-types.ts';

/** Slices that wait for a busy page, 10 ms each: two minutes. */
const PATIENCE = 12_000;
/** Milliseconds without a slice after which there is no more: the device is muted or gone. */
const SILENCE_MS = 100;

type Processor = new (options: {
  track: MediaStreamTrack;
  maxBufferSize: number;
}) => { readable: ReadableStream<AudioData> };

/** Captures what the device gives, as it gives it; `null` where the browser has no such way for sound. */
export function captureByProcessor(track: MediaStreamTrack, take: TakeSlice): Capture | null {
  const { MediaStreamTrackProcessor } = globalThis as { MediaStreamTrackProcessor?: Processor };
  if (!MediaStreamTrackProcessor || typeof AudioData !== 'function') return null;
  const own = track.clone();
  const reader = new MediaStreamTrackProcessor({ track: own, maxBufferSize: PATIENCE }).readable.getReader();
  const stop = new AbortController();
  const over = drain(reader, take, stop.signal).finally(() => own.stop());
  return {
    finish: () => {
      stop.abort();
      return over;
    },
  };
}

/** Hands slices over until it is asked to stop and all that was heard by then has come. */
async function drain(
  reader: ReadableStreamDefaultReader<AudioData>,
  take: TakeSlice,
  stop: AbortSignal,
): Promise<void> {
  let channels = 0;
  /** Microseconds by which our clock is ahead of the slices', for those that came at once. */
  let ahead = Number.POSITIVE_INFINITY;
  let end = Number.POSITIVE_INFINITY;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const giveUp = () => {
    clearTimeout(silence);
    silence = setTimeout(() => void reader.cancel().catch(() => undefined), SILENCE_MS);
  };
  const asked = () => {
    end = now() - ahead;
    giveUp();
  };
  stop.addEventListener('abort', asked, { once: true });
  for (let last = 0; last < end; ) {
    const { done, value } = await reader.read();
    if (done) break;
    if (stop.aborted) giveUp();
    const { timestamp, sampleRate, numberOfFrames } = value;
    last = timestamp + (numberOfFrames / sampleRate) * 1e6;
    ahead = Math.min(ahead, now() - last);
    channels ||= value.numberOfChannels;
    take({ sampleRate, channels: planes(value, channels) });
    value.close();
  }
  clearTimeout(silence);
  await reader.cancel().catch(() => undefined);
}

const now = (): number => performance.now() * 1000;

/** Each channel by itself, always as many as at first. */
function planes(data: AudioData, count: number): Float32Array[] {
  return Array.from({ length: count }, (_, at) => {
    const channel = new Float32Array(data.numberOfFrames);
    const planeIndex = Math.min(at, data.numberOfChannels - 1);
    data.copyTo(channel, { planeIndex, format: 'f32-planar' });
    return channel;
  });
}
