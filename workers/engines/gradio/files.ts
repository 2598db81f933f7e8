/** @file Makes files of what is sent to a server, and fetches those that it gives. */

import type { Client } from '@gradio/client';
import { HandlerError, describe } from '../../../src/shared/errors.ts';
import { isPixels, toImageData } from '../../../src/shared/values/pixels.ts';
import { isSamples, toSamples } from '../../../src/shared/values/samples.ts';
import { encodeWav } from '../../../src/shared/values/wav-file.ts';

/** A file on a server, as Gradio writes it. */
export interface FileData {
  path: string;
  url?: string | null;
  orig_name?: string | null;
  mime_type?: string | null;
  is_stream?: boolean;
  meta: { _type: 'gradio.FileData' };
}

/** True for what Gradio says of a file. */
export function isFileData(value: unknown): value is FileData {
  const file = value as Partial<FileData> | null | undefined;
  return (
    file?.meta?._type === 'gradio.FileData' && (typeof file.path === 'string' || typeof file.url === 'string')
  );
}

/** What a frame of a camera may lose on its way to a server: it is one of many. */
const FRAME = { type: 'image/jpeg', quality: 0.85 } as const;

/**
 * Makes a file of a picture, a sound or a file; a URL is left for the server to fetch.
 *
 * @param frame - true for one picture of many: small rather than exact.
 */
export async function fileOf(value: unknown, frame = false): Promise<File | FileData | null> {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return { path: value, url: value, meta: { _type: 'gradio.FileData' } };
  if (value instanceof File) return value;
  if (value instanceof Blob) return named(value);
  if (isSamples(value)) return named(encodeWav(toSamples(value)));
  if (value instanceof ArrayBuffer || (ArrayBuffer.isView(value) && !('width' in value)))
    return named(new Blob([value as BlobPart]));
  const canvas = canvasOf(value);
  return named(await canvas.convertToBlob(frame ? FRAME : { type: 'image/png' }));
}

function canvasOf(value: unknown): OffscreenCanvas {
  if (value instanceof OffscreenCanvas) return value;
  if (value instanceof ImageBitmap) {
    const canvas = new OffscreenCanvas(value.width, value.height);
    canvas.getContext('2d')!.drawImage(value, 0, 0);
    return canvas;
  }
  const pixels = value instanceof ImageData ? value : isPixels(value) ? toImageData(value) : null;
  if (!pixels)
    throw new HandlerError(`A server takes files, pictures and sounds here; it got ${describe(value)}`);
  const canvas = new OffscreenCanvas(pixels.width, pixels.height);
  canvas.getContext('2d')!.putImageData(pixels, 0, 0);
  return canvas;
}

/** Servers tell the kind of a file by the ending of its name. */
function named(blob: Blob): File {
  const [kind = 'file', form = ''] = blob.type.split(';')[0]!.split('/');
  const endings: Record<string, string> = {
    jpeg: 'jpg',
    'svg+xml': 'svg',
    mpeg: 'mp3',
    'x-wav': 'wav',
    plain: 'txt',
    quicktime: 'mov',
  };
  const ending = endings[form] ?? form.replace(/^x-/, '');
  return new File([blob], ending ? `${kind}.${ending}` : kind, { type: blob.type });
}

/** Where a file of the server lies. */
export function urlOf(client: Client, { url, path }: FileData): string {
  if (url) return new URL(url, `${client.config!.root}/`).href;
  return `${client.config!.root}${client.api_prefix}/file=${path.split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * Fetches a file that the server gave. A file of elsewhere that this page may not read is left as its URL, which an
 * element can show all the same.
 *
 * @throws {HandlerError} when it is not there
 */
export async function fetched(client: Client, file: FileData, signal?: AbortSignal): Promise<File | string> {
  const url = urlOf(client, file);
  const own = url.startsWith(client.config!.root);
  const { token } = client.options;
  let answer: Response;
  try {
    answer = await client.fetch(url, {
      ...(own && token && { headers: { Authorization: `Bearer ${token}` } }),
      credentials: 'same-origin',
      ...(signal && { signal }),
    });
  } catch (cause) {
    signal?.throwIfAborted();
    if (!own) return url;
    throw new HandlerError(`The file ${url} of the server cannot be had: the connection was lost`, { cause });
  }
  if (!answer.ok)
    throw new HandlerError(`The file ${url} of the server cannot be had: it answered ${answer.status}`);
  const blob = await answer.blob();
  const name = file.orig_name ?? decodeURIComponent(new URL(url).pathname.split('/').pop() ?? 'file');
  return new File([blob], name, { type: file.mime_type ?? blob.type });
}
