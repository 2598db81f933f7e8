/** @file Names the file that a video is saved as, and shares it. */

import { ENDINGS, kindOf } from '../../media/format/video-kind.ts';

export { save } from '../audio/sound-name.ts';

/** The name to save a video under: a file's own, with an ending that fits what the bytes are. */
export async function videoName(file: Blob, value: unknown): Promise<string> {
  const kind = await kindOf(file);
  const given = value instanceof File ? value.name : lastOf(value);
  const [, stem = 'video', ending = ''] = /^(.*?)(?:\.([^.]*))?$/.exec(given || 'video') ?? [];
  const fits = !kind || ENDINGS[kind].includes(ending.toLowerCase());
  const right = kind ? ENDINGS[kind][0]! : file.type.replace(/^video\/(x-)?|;.*$/g, '');
  return [stem || 'video', fits && ending ? ending : right].filter(Boolean).join('.');
}

/** The file's name in a URL. */
function lastOf(value: unknown): string {
  if (typeof value !== 'string' || /^(data|blob):/.test(value)) return '';
  const { pathname } = new URL(value, document.baseURI);
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a percent sign of its own
  }
}

/** Offers a video to the system's other programs. */
export async function shareVideo(blob: Blob | null, value: unknown): Promise<void> {
  const file = blob && new File([blob], await videoName(blob, value), { type: blob.type });
  if (!file || !navigator.canShare({ files: [file] })) return;
  // The user may change their mind: that is no error.
  await navigator.share({ files: [file] }).catch(() => undefined);
}
