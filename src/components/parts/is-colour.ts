/** @file Tells which texts are CSS colours. */

/** True for a CSS colour that a canvas can be told: one that names no variable, and nothing of the element's own. */
export const isColour = (text: string): boolean =>
  CSS.supports('color', text) && !/var\(|currentcolor|^(inherit|initial|unset|revert)/i.test(text);
