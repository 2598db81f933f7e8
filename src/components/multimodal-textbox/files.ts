/** @file Makes files of what a MultimodalTextbox was given as such: files without a name, addresses. */

import { fetchFile } from '../../page/fetch-file.ts';
import { ValueError } from '../../shared/errors.ts';
import { nameOf } from '../file/names.ts';

/** Makes a file of what is one, or the address of one. @throws saying why it cannot be had */
export async function fileOf(given: Blob | string): Promise<File> {
  if (given instanceof File) return given;
  const blob =
    typeof given === 'string'
      ? await fetchFile(
          given,
          (why, cause) =>
            new ValueError(`The file ${given} could not be had: ${why}`, { target: 'files', cause }),
        )
      : given;
  return new File([blob], nameOf(given), { type: blob.type });
}
