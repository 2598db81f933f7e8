/** What both sides have ffmpeg do with the sample video. */
export const commands = {
  version: ['-version'],
  remux: ['-i', 'in.mp4', '-c', 'copy', 'out.mkv'],
  transcode: ['-i', 'in.mp4', '-preset', 'ultrafast', 'out.mp4'],
};
