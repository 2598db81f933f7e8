/** @file Says which links may be followed. */

const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:', 'blob:']);

/** What a link may be, in words. */
export const A_LINK = 'a link: http, https, mailto, tel, blob, or relative to the page';

/**
 * Returns true for a link that may be followed: relative, or of a scheme that runs nothing. Control characters change
 * nothing.
 */
export function isLink(text: string): boolean {
  try {
    return SCHEMES.has(new URL(text).protocol); // read as the browser reads it
  } catch {
    return URL.canParse(text, 'https://a.invalid/b/c');
  }
}

/** Returns the same for the source of a picture, which may hold the picture itself. */
export function isImageSource(text: string): boolean {
  return isLink(text) || /^data:image\//i.test(text);
}

/** Returns true for an address that leads to another site. */
export function isRemote(text: string): boolean {
  const url = URL.canParse(text, document.baseURI) ? new URL(text, document.baseURI) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.origin !== location.origin;
}
