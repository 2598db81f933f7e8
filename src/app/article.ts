import { isAbort } from '../shared/errors.ts';

const fetched = new Map<string, string>();

/** The text of an article, which may be the address of one: empty until it has come, then `host` renders again. */
export function article(text: string, host: { requestUpdate(): void }): string {
  const url = text.trim();
  if (!/^https?:\/\/\S+$/.test(url)) return text;
  const known = fetched.get(url);
  if (known !== undefined) return known;
  fetched.set(url, '');
  void load(url).then((loaded) => {
    fetched.set(url, loaded);
    host.requestUpdate();
  });
  return '';
}

async function load(url: string): Promise<string> {
  try {
    const response = await fetch(url);
    if (response.ok) return await response.text();
    console.warn(`The article ${url} answered with status ${response.status}`);
  } catch (error) {
    if (!isAbort(error)) console.warn(`The article ${url} could not be loaded`, error);
  }
  return `[${url}](${url})`;
}
