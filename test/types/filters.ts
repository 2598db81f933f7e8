// Handlers of a worker that a bundler makes.
import { type HandlerContext, serve } from 'rivulet/worker';

export function* edges(frame: ImageData, level: number, ctx: HandlerContext): Generator<ImageData> {
  ctx.progress(level);
  yield frame;
}

export const shout = (text: string): string => `${text}!`;

export const split = (text: string, ctx: HandlerContext): [string, number] => [text, ctx.signal ? 1 : 0];

export const version = 3;

export default shout;

serve({ edges, shout, split });
