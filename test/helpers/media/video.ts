/** A chunk of a second of one colour, such as `red.mp4`, or another file of test/fixtures/video. */
export async function clip(name: string): Promise<Blob> {
  const folder = /^(red|lime|blue)\./.test(name) ? 'video/colours' : 'video';
  const response = await fetch(`/test/fixtures/${folder}/${name}`);
  if (!response.ok) throw new Error(`${name}: HTTP status ${response.status}`);
  const kind = name.slice(name.lastIndexOf('.') + 1);
  return new Blob([await response.arrayBuffer()], {
    type: { mp4: 'video/mp4', webm: 'video/webm', mpegts: 'video/mp2t', avi: 'video/x-msvideo' }[kind] ?? '',
  });
}

/** The colour that a video shows now, in a word; `other` between them. */
export function colourOf(video: HTMLVideoElement): string {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d')!;
  context.drawImage(video, 0, 0, 1, 1);
  const [r, g, b] = context.getImageData(0, 0, 1, 1).data.map((level) => (level > 128 ? 1 : 0));
  return { 100: 'red', 10: 'lime', 1: 'blue', 110: 'yellow', 0: 'black' }[r! * 100 + g! * 10 + b!] ?? 'other';
}

/** What a video file is, by the browser's own player: seconds and pixels. */
export async function look(file: Blob): Promise<{ duration: number; width: number; colours: string[] }> {
  const video = document.createElement('video');
  Object.assign(video, { muted: true, src: URL.createObjectURL(file) });
  await new Promise((resolve, reject) => {
    video.onloadeddata = resolve;
    video.onerror = () => reject(new Error(video.error?.message));
  });
  const colours: string[] = [];
  for (let time = 0.5; time < video.duration; time++) {
    video.currentTime = time;
    await new Promise((resolve) => (video.onseeked = resolve));
    // Under load a picture is there a little later than the browser says; none of ours is black.
    for (let tries = 0; tries < 60 && colourOf(video) === 'black'; tries++)
      await new Promise(requestAnimationFrame);
    colours.push(colourOf(video));
  }
  URL.revokeObjectURL(video.src);
  return { duration: video.duration, width: video.videoWidth, colours };
}

/** The picture of a file at a moment, in seconds. */
export async function pictureAt(
  file: Blob,
  time: number,
): Promise<{ image: ImageData; width: number; height: number; duration: number }> {
  const video = document.createElement('video');
  Object.assign(video, { muted: true, preload: 'auto', src: URL.createObjectURL(file) });
  await new Promise((resolve) => (video.onloadeddata = resolve));
  video.currentTime = time;
  await new Promise((resolve) => (video.onseeked = resolve));
  const { videoWidth: width, videoHeight: height, duration } = video;
  const context = new OffscreenCanvas(width, height).getContext('2d')!;
  context.drawImage(video, 0, 0);
  URL.revokeObjectURL(video.src);
  return { image: context.getImageData(0, 0, width, height), width, height, duration };
}
