/** @file Writes a video anew, so that the browser can play it. */

import { lazy } from '../../page/lazy.ts';
import { isForeignVideo } from '../format/video-kind.ts';
import { work } from './service.ts';
import type { Foreign, ConvertWish } from './tasks.ts';

const words = (text: string) => text.split(' ');

/** What ffmpeg makes of pictures: what every browser plays. Its sides are even there. */
const PICTURES = words(
  '-c:v libx264 -preset veryfast -crf 23 -pix_fmt yuv420p -vf crop=trunc(iw/2)*2:trunc(ih/2)*2',
);
/** The same of sound, and of the file. */
const MP4 = words('-c:a aac -ac 2 -movflags +faststart');

/**
 * Writes a video anew: its packets are copied where they can stay, pictures and sound are decoded and encoded where they
 * cannot; and what the browser knows nothing of goes through ffmpeg.
 *
 * @param onProgress - is called with how far it is, 0 … 1.
 * @throws {MediaError} with what is wrong with the file. The signal's reason when it aborts first.
 */
export async function convert(
  file: Blob,
  wish: ConvertWish = {},
  signal?: AbortSignal,
  onProgress?: (part: number) => void,
): Promise<Blob> {
  try {
    return await work('convert', [file, wish], signal, onProgress);
  } catch (error) {
    signal?.throwIfAborted();
    const foreign = (error as { foreign?: Foreign }).foreign ?? ((await isForeignVideo(file)) && 'pictures');
    if (!foreign) throw error;
    const { ffmpegTo } = await lazy(() => import('../ffmpeg/ffmpeg.ts'));
    const args = [...(foreign === 'sound' ? words('-c:v copy') : PICTURES), ...MP4];
    const made = await ffmpegTo(file, args, 'out.mp4', signal ?? new AbortController().signal, onProgress);
    const more = wish.span || wish.sound === false || (wish.type && wish.type !== 'video/mp4');
    return more ? work('convert', [made, wish], signal) : made;
  }
}
