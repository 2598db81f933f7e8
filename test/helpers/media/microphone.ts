import type { Samples } from '../../../src/shared/values/samples.ts';

/** All that the page asked of the microphone, and all tracks that it was given. */
export interface FakeMicrophone {
  tracks: MediaStreamTrack[];
  asked: MediaStreamConstraints[];
  restore(): void;
}

type GetUserMedia = typeof navigator.mediaDevices.getUserMedia;

/**
 * Puts `answer` in the place of the browser's own microphone; without one a rising tone answers.
 * `restore` must be called afterwards.
 */
export function watchMicrophone(answer: GetUserMedia = risingTone()): FakeMicrophone {
  const microphone: FakeMicrophone = {
    tracks: [],
    asked: [],
    restore: () => {
      delete (navigator.mediaDevices as { getUserMedia?: unknown }).getUserMedia;
      for (const track of microphone.tracks) track.stop();
    },
  };
  navigator.mediaDevices.getUserMedia = async (constraints = {}) => {
    microphone.asked.push(constraints);
    const stream = await answer(constraints);
    microphone.tracks.push(...stream.getTracks());
    return stream;
  };
  return microphone;
}

/** Hz at the start, and how much it rises in a second. */
const LOW = 200;
const RISE = 50;

/** A microphone that hears a tone which rises steadily: a piece that is lost or comes twice is a step in it. */
export function risingTone(): GetUserMedia {
  return async () => {
    const context = new AudioContext();
    const tone = new OscillatorNode(context, { frequency: LOW });
    tone.frequency.setValueAtTime(LOW, 0);
    tone.frequency.linearRampToValueAtTime(LOW + RISE * 100, 100);
    const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    tone.connect(destination);
    tone.start();
    await context.resume();
    const track = destination.stream.getAudioTracks()[0]!;
    const stop = track.stop.bind(track);
    track.stop = () => {
      stop();
      void context.close().catch(() => undefined); // it may be closed already
    };
    return destination.stream;
  };
}

/** Unplugs a microphone: its track ends as if by itself. */
export function unplug(track: MediaStreamTrack): void {
  track.stop();
  track.dispatchEvent(new Event('ended'));
}

/** The steps of a tone: places where its time between two upward crossings of zero jumps, in samples since the start. */
export function stepsOf({ channels, sampleRate }: Samples): number[] {
  const [sound] = channels as [Float32Array];
  const crossings: number[] = [];
  for (let at = 1; at < sound.length; at++)
    if (sound[at - 1]! < 0 && sound[at]! >= 0)
      crossings.push(at - sound[at]! / (sound[at]! - sound[at - 1]!));
  const steps: number[] = [];
  // In one turn of at least 200 Hz the tone rises by 0.25 Hz at most: turns that follow each other are alike.
  for (let turn = 2; turn < crossings.length; turn++) {
    const [a, b, c] = [crossings[turn - 2]!, crossings[turn - 1]!, crossings[turn]!];
    if (Math.abs(c - b - (b - a)) > 1 + (0.25 * sampleRate) / LOW ** 2) steps.push(Math.round(b));
  }
  return steps;
}
