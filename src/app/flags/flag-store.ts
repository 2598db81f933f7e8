/** @file Keeps flagged runs in the browser's database. */

import { BrowserTable } from '../kept/browser-table.ts';

/** What was kept of one run. Files stand beside the cells that name them. */
export interface Flag {
  /** The app it belongs to. */
  store: string;
  /** When it was kept, ISO 8601. */
  timestamp: string;
  columns: string[];
  cells: string[];
  files: Record<string, Blob>;
}

const flags = new BrowserTable<Flag>({
  database: 'rivulet',
  table: 'flags',
  index: 'store',
  keys: { autoIncrement: true },
});

/** Stands in where the browser keeps nothing for this page: until it is left. */
const unkept: Flag[] = [];

/**
 * Keeps a flag; only until the page is left where the browser keeps nothing. @throws what IndexedDB says, such as
 * "quota exceeded"
 */
export async function keepFlag(flag: Flag): Promise<void> {
  if ((await flags.ask('readwrite', (table) => table.add(flag))) === null) unkept.push(flag);
}

/** Reads all that was kept of an app, in order. */
export async function keptFlags(store: string): Promise<Flag[]> {
  return [...(await flags.all(store)), ...unkept.filter((flag) => flag.store === store)];
}
