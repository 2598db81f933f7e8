import { commands } from './commands.js';

/** Runs ffmpeg, and gives back the size of the result. */
export async function convert(video, command, ctx) {
  if (command === 'frames') return (await encoded(video, ctx)).size;
  const ffmpeg = await ctx.ffmpeg();
  const files = await ffmpeg.run(commands[command], { 'in.mp4': video });
  return Object.values(files)[0]?.size ?? 0;
}

/** The pictures of a video encoded anew by the browser's own codecs. */
async function encoded(video, ctx) {
  const frames = ctx.frames(video);
  const { fps } = await frames.info();
  const clip = ctx.clip({ fps });
  for await (const frame of frames) await clip.add(frame);
  return clip.end();
}
