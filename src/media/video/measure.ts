/** @file Measures a video as the browser's own player reads it. */

/** What the browser says of a video without playing it. Pixels, seconds. */
export interface Measures {
  width: number;
  height: number;
  /** Seconds; `Infinity` for a recording that does not say. */
  duration: number;
  /** False: no sound that the browser knows; `undefined` where it does not say. */
  sound: boolean | undefined;
}

/** What some browsers tell of sound, each in its own way. */
interface Heard extends HTMLVideoElement {
  captureStream?(): MediaStream;
  mozHasAudio?: boolean;
  audioTracks?: ArrayLike<unknown>;
}

function hasSound(video: Heard): boolean | undefined {
  if (video.audioTracks) return video.audioTracks.length > 0;
  if (video.mozHasAudio !== undefined) return video.mozHasAudio;
  try {
    const stream = video.captureStream?.();
    const found = stream && stream.getAudioTracks().length > 0;
    for (const track of stream?.getTracks() ?? []) track.stop();
    return found;
  } catch {
    return undefined; // it lies on another site
  }
}

/** Looks at a video as far as the browser's own player reads it. @throws the player's reason when it cannot */
export async function measure(file: Blob | string): Promise<Measures> {
  const video = document.createElement('video');
  const url = typeof file === 'string' ? file : URL.createObjectURL(file);
  try {
    await new Promise((resolve, reject) => {
      video.onloadedmetadata = resolve;
      video.onerror = () => reject(new Error(video.error?.message ?? ''));
      video.preload = 'metadata';
      video.muted = true;
      video.src = url;
    });
    const { videoWidth: width, videoHeight: height, duration } = video;
    return { width, height, duration, sound: hasSound(video) };
  } finally {
    video.removeAttribute('src');
    video.load();
    if (url !== file) URL.revokeObjectURL(url);
  }
}
