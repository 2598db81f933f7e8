/** @file Mirrors the pictures of a `<video>` into a track. */

/** Returns the pictures that a `<video>` shows, with left and right changed, as a track that ends with `signal`. */
export function mirrored(video: HTMLVideoElement, signal: AbortSignal): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { alpha: false })!;
  const paint = () => {
    const { videoWidth: width, videoHeight: height } = video;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    context.setTransform(-1, 0, 0, 1, width, 0);
    context.drawImage(video, 0, 0);
  };
  const step = () => {
    if (signal.aborted) return;
    paint();
    video.requestVideoFrameCallback(step);
  };
  paint();
  const track = canvas.captureStream().getVideoTracks()[0]!;
  signal.addEventListener('abort', () => track.stop());
  video.requestVideoFrameCallback(step);
  return track;
}
