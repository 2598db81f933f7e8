/** @file Gives the text of an article, which may be the address of one. */

import { isAbort } from '../../shared/errors.ts';

/** Articles on their way, and those that have come; a failure is not remembered. */
const fetched = new Map<string, Promise<string>>();

/** What each app shows of an address. */
const shown = new WeakMap<object, { url: string; text: string }>();

/** Returns the text of an article, which may be the address of one: empty until it has come, then `host` renders again. */
export function article(text: string, host: { requestUpdate(): void }): string {
  const url = text.trim();
  if (!/^https?:\/\/\S+$/.test(url)) return text;
  const known = shown.get(host);
  if (known?.url === url) return known.text;
  const entry = { url, text: '' };
  shown.set(host, entry);
  void textOf(url).then((loaded) => {
    entry.text = loaded;
    host.requestUpdate();
  });
  return '';
}

/** The text at an address; a link to it where it cannot be had. */
function textOf(url: string): Promise<string> {
  const loading = fetched.get(url) ?? load(url);
  fetched.set(url, loading);
  return loading.catch((error: unknown) => {
    fetched.delete(url);
    if (!isAbort(error)) console.warn(`The article ${url} could not be loaded`, error);
    return `[${url}](${url})`;
  });
}

async function load(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP status ${response.status}`);
  return response.text();
}
