/** @file The name that a video is saved under. */

import { nameInURL } from '../media-frame/export.ts';
import { ENDINGS, kindOf } from '../../media/format/video-kind.ts';

/** Returns the name to save a video under: a file's own, with an ending that fits what the bytes are. */
export async function videoName(file: Blob, value: unknown): Promise<string> {
  const kind = await kindOf(file);
  const given = value instanceof File ? value.name : nameInURL(value);
  const [, stem = 'video', ending = ''] = /^(.*?)(?:\.([^.]*))?$/.exec(given || 'video') ?? [];
  const fits = !kind || ENDINGS[kind].includes(ending.toLowerCase());
  const right = kind ? ENDINGS[kind][0]! : file.type.replace(/^video\/(x-)?|;.*$/g, '');
  return [stem || 'video', fits && ending ? ending : right].filter(Boolean).join('.');
}
