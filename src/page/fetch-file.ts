/** @file Fetches the file at a URL, or says why it could not be had. */

/** Gives the file at a URL. @throws what `failed` makes of the reason, in words and as it was thrown */
export async function fetchFile(url: string, failed: (why: string, cause: unknown) => Error): Promise<Blob> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return await response.blob();
  } catch (cause) {
    throw failed((cause as Error).message, cause);
  }
}
