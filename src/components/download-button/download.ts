/** @file Downloads what a DownloadButton holds. */

import type { Status } from '../../shared/port.ts';
import { ValueError } from '../../shared/errors.ts';
import type { FileItem } from '../file/file-value.ts';
import { nameOf } from '../file/names.ts';
import { itemsOf } from '../file/to-input.ts';
import { save } from '../media-frame/export.ts';
import { report } from '../parts/report.ts';
import { say } from '../../words/files.ts';

export { toInput } from '../file/to-input.ts';

/** What is downloaded, and where is told what went wrong. */
interface DownloadHost extends HTMLElement {
  readonly name: string;
  readonly fileName: string;
  readonly value: unknown;
  readonly status: Status;
  message: string;
}

/** Downloads the files of a button; says that there are none where nothing runs that might give one. */
export async function download(host: DownloadHost): Promise<void> {
  const items = itemsOf(host.value);
  if (items.length === 0) {
    await new Promise((resolve) => setTimeout(resolve)); // what the press starts has started
    if (host.status.stage === 'idle' && host.value === null)
      host.message = say('noFileYet', { name: host.name });
    return;
  }
  host.message = '';
  try {
    for (const item of items) await saveOne(item, host, items.length === 1 ? host.fileName : '');
  } catch (error) {
    host.message = (error as Error).message;
    report(host, 'File', error as Error);
  }
}

async function saveOne(item: FileItem, host: DownloadHost, wished: string): Promise<void> {
  const name = wished || nameOf(item);
  if (typeof item !== 'string') return save(item, name);
  let response: Response;
  try {
    response = await fetch(item);
  } catch (cause) {
    const { protocol, origin } = new URL(item, document.baseURI);
    if (origin === location.origin || protocol === 'blob:')
      throw new ValueError(`${host.name}: the file at ${item} cannot be read: ${(cause as Error).message}`, {
        target: host.localName,
        cause,
      });
    // Another site that does not let pages read it may let readers.
    const link = { href: item, download: name, target: '_blank', rel: 'noopener' };
    return Object.assign(document.createElement('a'), link).click();
  }
  if (!response.ok)
    throw new ValueError(`${host.name}: the file at ${item} cannot be had: HTTP status ${response.status}`, {
      target: host.localName,
    });
  save(await response.blob(), name);
}
