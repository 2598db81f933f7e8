/** @file Downloads and shares the picture of a component. */

import type { Picture } from '../parts/picture.ts';

/** What has a file to give. */
export interface Exporter {
  value: Picture;
  toBlob(type?: string): Promise<Blob | null>;
}

/** Saves the picture where the browser saves files. */
export async function download(exporter: Exporter): Promise<void> {
  const file = await fileOf(exporter);
  if (file) save(file, file.name);
}

/** Offers the picture to the system's other programs. */
export async function share(exporter: Exporter): Promise<void> {
  const file = await fileOf(exporter);
  if (!file || !navigator.canShare({ files: [file] })) return;
  // The user may change their mind: that is no error.
  await navigator.share({ files: [file] }).catch(() => undefined);
}

async function fileOf(exporter: Exporter): Promise<File | null> {
  const blob = await exporter.toBlob();
  return blob && new File([blob], fileName(exporter.value, blob), { type: blob.type });
}

/** The original name of a file or URL, or `image` with the ending that fits its type. */
function fileName(value: Picture, file: Blob): string {
  if (value instanceof File && value.name) return value.name;
  const path =
    typeof value === 'string' && !/^(data|blob):/.test(value)
      ? new URL(value, document.baseURI).pathname
      : '';
  const last = decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
  const ending = file.type.replace(/^image\//, '').replace(/\+.*$/, '') || 'png';
  return last.includes('.') ? last : `image.${ending}`;
}

/** Has the browser save a file. */
function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser reads the URL after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
