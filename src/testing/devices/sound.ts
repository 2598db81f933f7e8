/** @file Plays samples, one after the other, into a track of Web Audio. */

import type { TrackFeed } from './track.ts';

/** Seconds that are played ahead: so long may the page be busy. */
const AHEAD = 3;
/** Seconds from a piece's making to its beginning, at least: what begins late would lie over the next one. */
const LEAD = 0.2;
/** Seconds of one piece. */
const PIECE = 0.5;
/** Milliseconds in which Web Audio has to start. */
const PATIENCE_MS = 3000;

/**
 * Starts to play.
 *
 * @param channels - Give sample `n`, from 0.
 * @throws where the browser does not let the page have sound, with what to do about it.
 */
export async function playSamples(
  channels: readonly ((n: number) => number)[],
  sampleRate: number,
  channelCount: number,
): Promise<TrackFeed> {
  const context = new AudioContext({ sampleRate });
  const destination = new MediaStreamAudioDestinationNode(context, {
    channelCount,
    channelCountMode: 'explicit',
  });
  await start(context);
  const soon = () => Math.ceil((context.currentTime + LEAD) * sampleRate);
  const from = soon();
  let next = 0;
  const play = () => {
    const first = soon() - from;
    next = Math.max(next, first); // the page was busy: what it did not play in time is lost
    while (next < first + AHEAD * sampleRate) {
      const buffer = pieceOf(channels, next, Math.round(PIECE * sampleRate), sampleRate);
      const source = new AudioBufferSourceNode(context, { buffer });
      source.connect(destination);
      source.start((from + next) / sampleRate);
      next += buffer.length;
    }
  };
  play();
  const timer = setInterval(play, PIECE * 1000);
  return {
    track: destination.stream.getAudioTracks()[0]!,
    apply({ channelCount }) {
      destination.channelCount = channelCount as number;
    },
    close() {
      clearInterval(timer);
      void context.close();
    },
  };
}

function pieceOf(
  channels: readonly ((n: number) => number)[],
  from: number,
  length: number,
  sampleRate: number,
): AudioBuffer {
  const buffer = new AudioBuffer({ numberOfChannels: channels.length, length, sampleRate });
  channels.forEach((sample, at) => {
    const data = buffer.getChannelData(at);
    for (let n = 0; n < length; n++) data[n] = sample(from + n);
  });
  return buffer;
}

/** Waits until sound flows: without a device, or before a gesture, the promise of `resume` may stay open for ever. */
async function start(context: AudioContext): Promise<void> {
  context.resume().catch(() => undefined);
  if (context.state === 'running') return;
  await new Promise<void>((resolve) => {
    context.addEventListener('statechange', () => resolve(), { once: true });
    setTimeout(resolve, PATIENCE_MS);
  });
  if ((context.state as AudioContextState) === 'running') return;
  void context.close();
  throw new Error(
    'fakeMicrophone: the browser lets no sound flow, so that nothing can be heard. It wants a click in the page first (or, in Chromium, to be started with --autoplay-policy=no-user-gesture-required), or the computer has no sound device',
  );
}
