/** What both sides have ffmpeg do with the sample video. */
export const commands = {
  version: ['-version'],
  remux: ['-i', 'in.mp4', '-c', 'copy', 'out.mkv'],
  frames: ['-i', 'in.mp4', '-an', '-preset', 'ultrafast', 'out.mp4'],
  transcode: ['-i', 'in.mp4', '-preset', 'ultrafast', 'out.mp4'],
};
