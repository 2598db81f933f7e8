/** @file Saves and shares files. */

/** Has the browser save a file. */
export function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser reads the URL after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Offers a file to the system's other programs. */
export async function share(blob: Blob, name: string): Promise<void> {
  const files = [new File([blob], name, { type: blob.type })];
  if (!navigator.canShare({ files })) return;
  // The user may change their mind: that is no error.
  await navigator.share({ files }).catch(() => undefined);
}

/** Returns the last part of a URL's path; empty for anything else. */
export function nameInURL(value: unknown): string {
  if (typeof value !== 'string' || /^(data|blob):/.test(value) || !URL.canParse(value, document.baseURI))
    return '';
  const { pathname } = new URL(value, document.baseURI);
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a percent sign of its own
  }
}
