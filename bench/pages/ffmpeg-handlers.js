import { commands } from './ffmpeg-args.js';

/** Runs ffmpeg, and gives back the size of the result. */
export async function convert(video, command, ctx) {
  const ffmpeg = await ctx.ffmpeg();
  const files = await ffmpeg.run(commands[command], { 'in.mp4': video });
  return Object.values(files)[0]?.size ?? 0;
}
