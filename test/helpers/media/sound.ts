import type { Samples } from '../../../src/shared/values/samples.ts';

/** A tone, by default one whose pieces can be told apart: it rises. `from` is its first sample. */
export function tone(
  seconds: number,
  { sampleRate = 48000, from = 0, hertz = 440, level = 0.5, count = 1 } = {},
): Samples {
  const length = Math.round(seconds * sampleRate);
  const channel = Float32Array.from(
    { length },
    (_, n) => level * Math.sin((2 * Math.PI * hertz * (from + n)) / sampleRate),
  );
  return { sampleRate, channels: Array.from({ length: count }, () => channel.slice()) };
}

/** Noise that is the same each time: no two places of it are alike. `from` is its first sample. */
export function noise(length: number, { sampleRate = 48000, from = 0, level = 0.5 } = {}): Samples {
  const channel = Float32Array.from({ length }, (_, n) => {
    const hash = Math.imul((from + n + 1) ^ 0x9e3779b9, 0x85ebca6b);
    return level * ((Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0) / 2 ** 31 - 1);
  });
  return { sampleRate, channels: [channel] };
}

/** Pieces of a sound, each of so many samples; the last has the rest. */
export function pieces({ sampleRate, channels }: Samples, length: number): Samples[] {
  const count = Math.ceil(channels[0]!.length / length);
  return Array.from({ length: count }, (_, at) => ({
    sampleRate,
    channels: channels.map((channel) => channel.slice(at * length, (at + 1) * length)),
  }));
}

const TAP = `registerProcessor('tap', class extends AudioWorkletProcessor {
  process([[channel]]) { this.port.postMessage(channel ? channel.slice() : new Float32Array(128)); return true; }
});`;

/** Records what leaves a node, from now on, until it is read. */
export async function tap(node: AudioNode): Promise<{ read(): Float32Array; stop(): void }> {
  const { context } = node;
  await context.audioWorklet.addModule(URL.createObjectURL(new Blob([TAP], { type: 'text/javascript' })));
  const worklet = new AudioWorkletNode(context, 'tap', { channelCount: 1, channelCountMode: 'explicit' });
  const blocks: Float32Array[] = [];
  worklet.port.onmessage = ({ data }) => blocks.push(data);
  node.connect(worklet).connect(context.destination);
  return {
    read() {
      const whole = new Float32Array(blocks.length * 128);
      blocks.forEach((block, at) => whole.set(block, at * 128));
      return whole;
    },
    stop: () => worklet.disconnect(),
  };
}

/** Where a recording has this very sound, sample for sample; -1 when it has not. */
export function indexOf(recording: Float32Array, sound: Float32Array, tolerance = 1e-5): number {
  for (let at = 0; at + sound.length <= recording.length; at++) {
    let n = 0;
    while (n < sound.length && Math.abs(recording[at + n]! - sound[n]!) <= tolerance) n++;
    if (n === sound.length) return at;
  }
  return -1;
}
