import { part } from '../shared/part.ts';
import { isForeignVideo } from './video-kind.ts';
import { work } from './video-service.ts';
import type { Wish } from './video-tasks.ts';

/** What ffmpeg makes of a video: what every browser plays. */
const MP4 = '-c:v libx264 -preset veryfast -crf 23 -pix_fmt yuv420p -c:a aac -movflags +faststart'.split(' ');

/**
 * Writes a video anew, so that this browser can play it: its packets are copied where they can stay, pictures and sound
 * are decoded and encoded where they cannot; and what the browser knows nothing of goes through ffmpeg.
 *
 * @throws {MediaError} with what is wrong with the file. The signal's reason when it aborts first.
 */
export async function convert(file: Blob, wish: Wish = {}, signal?: AbortSignal): Promise<Blob> {
  try {
    return await work('convert', [file, wish], signal);
  } catch (error) {
    signal?.throwIfAborted();
    const foreign = (error as { foreign?: boolean }).foreign || (await isForeignVideo(file));
    if (!foreign) throw error;
    const { ffmpegTo } = await part(() => import('./ffmpeg.ts'));
    const made = await ffmpegTo(file, MP4, 'out.mp4', signal ?? new AbortController().signal);
    const more = wish.span || wish.sound === false || (wish.type && wish.type !== 'video/mp4');
    return more ? work('convert', [made, wish], signal) : made;
  }
}
