/** @file Reads the option of a button that a text control may have. */

import type { Converter } from '../base/attributes.ts';

/** `submit-btn` alone is an icon, with text a button with that text, `"false"` none. */
export const buttonConverter: Converter<boolean | string> = {
  fromAttribute: (text) =>
    text === '' || text === 'true' ? true : text === 'false' ? false : (text ?? false),
  expects: (value) =>
    typeof value === 'boolean' || typeof value === 'string' ? undefined : 'true, false or a text',
};
