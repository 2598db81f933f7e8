/** @file Picks a picture among files or from the clipboard, and makes sure that it can be shown. */

import { MediaError } from '../../shared/errors.ts';
import { decode } from './encode.ts';

/** The first picture among what was pasted, dropped or picked; else the first file, for the message. */
export function pickFile(files: Iterable<File> | null | undefined): File | null {
  const all = [...(files ?? [])];
  return all.find((file) => file.type.startsWith('image/')) ?? all[0] ?? null;
}

/** Makes sure that the browser can show a file. @throws {MediaError} with a sentence for the user. */
export async function checkPicture(file: File): Promise<void> {
  const name = file.name ? `“${file.name}”` : 'This file';
  if (file.type && !file.type.startsWith('image/'))
    throw new MediaError(`${name} is not an image.`, { type: file.type });
  try {
    await decode(file);
  } catch (cause) {
    throw new MediaError(
      `${name} cannot be shown: it is damaged, or of a kind that this browser does not know.`,
      {
        type: file.type,
        cause,
      },
    );
  }
}

/** The picture in the clipboard. @throws {Error} with a sentence for the user. */
export async function readClipboard(): Promise<File> {
  let items: ClipboardItem[];
  try {
    items = await navigator.clipboard.read();
  } catch (cause) {
    throw new Error(
      'The browser does not let this page read the clipboard: press Ctrl+V (⌘V) here instead.',
      { cause },
    );
  }
  for (const item of items) {
    const type = item.types.find((each) => each.startsWith('image/'));
    if (type)
      return new File([await item.getType(type)], `image.${type.slice(6).replace(/\+.*/, '')}`, { type });
  }
  throw new Error('There is no image in the clipboard.');
}
