/** @file Captures the sound of a track by an AudioWorklet, as every browser can. */

import { lazy } from '../../page/lazy.ts';
import type { Capture, TakeSlice } from './capture-types.ts';
import type { CaptureOptions, FromCapture } from './capture-processor.ts';

/** Seconds per slice: how fine the sound that is waiting can be shared out. */
const SLICE = 0.02;
/** Milliseconds that the audio thread has to give its last samples: it may be gone with its device. */
const PATIENCE = 500;

/**
 * Captures by an AudioWorklet, as every browser can.
 *
 * @throws {DOMException} where the page's policy keeps the audio thread from loading a script, or there is none.
 */
export async function captureByWorklet(track: MediaStreamTrack, take: TakeSlice): Promise<Capture> {
  const context = openContext(track.getSettings().sampleRate);
  try {
    await load(context);
    const { sampleRate } = context;
    const { channelCount: channels = 2 } = track.getSettings();
    const processorOptions: CaptureOptions = { slice: Math.round(sampleRate * SLICE), channels };
    const node = new AudioWorkletNode(context, 'riv-capture', {
      channelCount: channels,
      channelCountMode: 'explicit',
      channelInterpretation: 'speakers',
      processorOptions,
    });
    let flushed!: () => void;
    const over = new Promise<void>((resolve) => (flushed = resolve));
    node.port.onmessage = ({ data }: MessageEvent<FromCapture>) =>
      data === 'flushed' ? flushed() : take({ sampleRate, ...data });
    const source = context.createMediaStreamSource(new MediaStream([track]));
    // A node that leads nowhere is not asked for sound; what this one gives is silence.
    source.connect(node).connect(context.destination);
    // Where there is no device, or no gesture, the promise may stay open for ever.
    context.resume().catch(() => undefined);
    let finished: Promise<void> | null = null;
    const finish = async () => {
      node.port.postMessage('flush');
      const late = setTimeout(flushed, PATIENCE);
      await over;
      clearTimeout(late);
      node.port.close();
      await context.close().catch(() => undefined);
    };
    return { finish: () => (finished ??= finish()) };
  } catch (error) {
    void context.close().catch(() => undefined);
    throw error;
  }
}

/** At the microphone's own rate, so that nothing is resampled. */
function openContext(sampleRate: number | undefined): AudioContext {
  const latencyHint = 'playback'; // nobody hears it: rather late than lost
  try {
    return new AudioContext({ latencyHint, sampleRate });
  } catch {
    return new AudioContext({ latencyHint });
  }
}

/**
 * Loads the processor: from its own file, which a page's policy allows as it allows this one; where that is no
 * module of its own (one classic script, some bundlers), from its text. Blobs are not loaded on `file://`.
 */
async function load({ audioWorklet }: AudioContext): Promise<void> {
  if (!audioWorklet)
    throw new DOMException(
      'This browser has no AudioWorklet, or the page is not secure',
      'NotSupportedError',
    );
  // A file of its own: the audio thread loads it too.
  const { processorURL, registerCapture } = await lazy(() => import('./capture-processor.ts'));
  if (processorURL && location.protocol !== 'file:') {
    try {
      return await audioWorklet.addModule(processorURL);
    } catch {
      // Its text is the way that is left.
    }
  }
  const text = `(${registerCapture})()`;
  if (location.protocol === 'file:')
    return audioWorklet.addModule(`data:text/javascript,${encodeURIComponent(text)}`);
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  try {
    await audioWorklet.addModule(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
