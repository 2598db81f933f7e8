/** @file Tells whether somebody wants to check inputs before a run. */

import type { BindingOptions } from '../options.ts';

/** True where an input, or the binding, has something to say before a run. */
export const isValidated = ({
  inputs,
  options,
}: {
  inputs: readonly object[];
  options: BindingOptions;
}): boolean => options.validator != null || inputs.some((port) => (port as { validate?: unknown }).validate);
