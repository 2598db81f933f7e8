/** @file A table in the browser's database, which only pages that may keep something have. */

/** Where a table is, and what it is like. */
interface Place {
  /** The database, which has this table alone. */
  database: string;
  table: string;
  /** The field by which entries are found; it is the name of its index, too. */
  index: string;
  /** How entries are named: by a field of theirs, or by numbers. */
  keys: IDBObjectStoreParameters;
}

/** A table, opened when it is first asked something. */
export class BrowserTable<Entry> {
  readonly #place: Place;
  #opened: Promise<IDBDatabase | null> | undefined;

  constructor(place: Place) {
    this.#place = place;
  }

  /** Asks for one thing. @returns `null` where the browser keeps nothing for this page. @throws what IndexedDB says */
  async ask<T>(mode: IDBTransactionMode, what: (table: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
    const database = await (this.#opened ??= this.#open());
    if (!database) return null;
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(this.#place.table, mode);
      const request = what(transaction.objectStore(this.#place.table));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? request.error);
    });
  }

  /** Reads the entries whose indexed field says this, in the order of their keys. */
  async all(field: string): Promise<Entry[]> {
    return (
      (await this.ask<Entry[]>('readonly', (table) => table.index(this.#place.index).getAll(field))) ?? []
    );
  }

  #open(): Promise<IDBDatabase | null> {
    const { database, table, index, keys } = this.#place;
    const forget = () => (this.#opened = undefined);
    return new Promise((resolve) => {
      const fail = () => {
        forget();
        resolve(null);
      };
      try {
        const request = indexedDB.open(database, 1);
        request.onupgradeneeded = () =>
          request.result.createObjectStore(table, keys).createIndex(index, index);
        request.onerror = fail;
        request.onblocked = fail;
        request.onsuccess = () => {
          request.result.onversionchange = () => {
            forget();
            request.result.close();
          };
          request.result.onclose = forget;
          resolve(request.result);
        };
      } catch {
        fail(); // storage is forbidden here
      }
    });
  }
}
