/** What the browser says of a video without playing it. Pixels, seconds. */
export interface Measures {
  width: number;
  height: number;
  /** Seconds; `Infinity` for a recording that does not say. */
  duration: number;
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
    return { width: video.videoWidth, height: video.videoHeight, duration: video.duration };
  } finally {
    video.removeAttribute('src');
    video.load();
    if (url !== file) URL.revokeObjectURL(url);
  }
}
