/** @file Keeps flagged runs in the browser's database. */

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

const NAME = 'rivulet';
const TABLE = 'flags';

/** Stands in where the browser keeps nothing for this page: until it is left. */
const unkept: Flag[] = [];

let opened: Promise<IDBDatabase | null> | undefined;

function open(): Promise<IDBDatabase | null> {
  opened ??= new Promise<IDBDatabase | null>((resolve) => {
    const fail = () => {
      opened = undefined;
      resolve(null);
    };
    try {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () =>
        request.result.createObjectStore(TABLE, { autoIncrement: true }).createIndex('store', 'store');
      request.onerror = fail;
      request.onblocked = fail;
      request.onsuccess = () => {
        request.result.onversionchange = () => {
          opened = undefined;
          request.result.close();
        };
        request.result.onclose = () => (opened = undefined);
        resolve(request.result);
      };
    } catch {
      fail(); // storage is forbidden here
    }
  });
  return opened;
}

async function ask<T>(
  mode: IDBTransactionMode,
  what: (table: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  const database = await open();
  if (!database) return null;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(TABLE, mode);
    const request = what(transaction.objectStore(TABLE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? request.error);
  });
}

/**
 * Keeps a flag; only until the page is left where the browser keeps nothing. @throws what IndexedDB says, such as
 * "quota exceeded"
 */
export async function keepFlag(flag: Flag): Promise<void> {
  if ((await ask('readwrite', (table) => table.add(flag))) === null) unkept.push(flag);
}

/** Reads all that was kept of an app, in order. */
export async function keptFlags(store: string): Promise<Flag[]> {
  const kept = await ask<Flag[]>('readonly', (table) => table.index('store').getAll(store));
  return [...(kept ?? []), ...unkept.filter((flag) => flag.store === store)];
}
