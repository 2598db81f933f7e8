/** @file Writes down what components show now, and flags as CSV that is safe for spreadsheets. */

import type { Flag } from './flag-store.ts';
import { csv } from '../../shared/values/write-csv.ts';
import type { Component } from '../shortcuts.ts';

/** Writes down what components show now: texts in cells, media as files that the cells name. */
export async function flagOf(
  components: readonly Component[],
  store: string,
  timestamp: string,
  choice: string | null = null,
): Promise<Flag> {
  const flag: Flag = { store, timestamp, columns: [], cells: [], files: {} };
  for (const [index, component] of components.entries()) {
    flag.columns.push(component.label || `component ${index}`);
    const blobs = await blobsOf(component);
    const names = blobs.map((blob, at) => {
      const name = nameOf(blob, `${timestamp.replaceAll(/\W/g, '')}-${index}${at > 0 ? `-${at}` : ''}`);
      flag.files[name] = blob;
      return name;
    });
    flag.cells.push(names.join(', ') || textOf(component.value));
  }
  if (choice !== null) {
    flag.columns.push('flag');
    flag.cells.push(choice);
  }
  return flag;
}

/** Writes flags as one CSV file; a further header stands where the columns change. */
export function flagsAsCsv(flags: readonly Flag[]): string {
  const rows: string[][] = [];
  let header = '';
  for (const { columns, cells, timestamp } of flags) {
    if (columns.join('\0') !== header) rows.push([...columns, 'timestamp']);
    header = columns.join('\0');
    rows.push([...cells, timestamp]);
  }
  return csv(rows);
}

/** The file that a component shows; of a list all that are in it. */
async function blobsOf(component: Component): Promise<Blob[]> {
  const { toBlob, value } = component as Component & { toBlob?(): Promise<Blob | null> };
  if (Array.isArray(value)) return value.flatMap(blobsIn);
  const blob = typeof toBlob === 'function' ? await toBlob.call(component) : value;
  return blob instanceof Blob ? [blob] : [];
}

/** The files in one entry of a list: itself, or what it says more of. */
function blobsIn(entry: unknown): Blob[] {
  if (entry instanceof Blob) return [entry];
  return Object.values(Object(entry)).filter((each) => each instanceof Blob);
}

function nameOf(blob: Blob, stem: string): string {
  const own = blob instanceof File ? /\.\w+$/.exec(blob.name)?.[0] : undefined;
  const kind = blob.type
    .split(';')[0]!
    .split('/')[1]
    ?.replace(/^x-|\+.*$/g, '');
  return stem + (own ?? (kind ? `.${kind}` : ''));
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  return (
    JSON.stringify(value, (_, part) => (part instanceof Blob ? ((part as File).name ?? part.type) : part)) ??
    ''
  );
}
