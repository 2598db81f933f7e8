/** @file Files of a MultimodalTextbox: which fit, and how those at an address are had. */

import { ValueError } from '../../shared/errors.ts';
import { fetchFile } from '../../page/fetch-file.ts';

/** Makes a file of what is one, or the address of one. @throws saying why it cannot be had */
export async function fileOf(given: Blob | string): Promise<File> {
  if (given instanceof File) return given;
  if (typeof given === 'string') {
    const name = decodeURIComponent(
      given
        .replace(/[?#].*$/s, '')
        .split('/')
        .at(-1) || 'file',
    );
    const blob = await fetchFile(
      given,
      (why, cause) =>
        new ValueError(`The file ${given} could not be had: ${why}`, { target: 'files', cause }),
    );
    return new File([blob], name, { type: blob.type });
  }
  const kind = given.type
    .split(';')[0]!
    .split('/')[1]
    ?.replace(/^x-|\+.*$/g, '');
  return new File([given], kind ? `file.${kind}` : 'file', { type: given.type });
}

/** The name of a file, as it is shown. */
export const nameOf = (file: Blob | string): string =>
  typeof file === 'string' ? (file.split('/').at(-1) ?? file) : ((file as Partial<File>).name ?? 'file');

const GROUPS = new Set(['image', 'audio', 'video', 'text']);

/** The `accept` of an input for files; Gradio's `"image"` is `image/*`. */
export const acceptOf = (types: readonly string[] | null): string =>
  (types ?? [])
    .filter((type) => typeof type === 'string')
    .map((type) => type.trim())
    .filter((type) => type && type !== 'file')
    .map((type) =>
      GROUPS.has(type) ? `${type}/*` : type.includes('/') || type.startsWith('.') ? type : `.${type}`,
    )
    .join(',');

/** True for a file of one of the kinds that are wanted. */
export function fits(file: File, types: readonly string[] | null): boolean {
  const accept = acceptOf(types);
  if (!accept) return true;
  return accept
    .toLowerCase()
    .split(',')
    .some((kind) =>
      kind.startsWith('.')
        ? file.name.toLowerCase().endsWith(kind)
        : kind.endsWith('/*')
          ? file.type.startsWith(kind.slice(0, -1))
          : file.type === kind,
    );
}
