/** @file Keeps conversations in the browser's database. */

import type { Message } from '../../components/chatbot/messages.ts';

/** A conversation that was kept. */
export interface Conversation {
  id: string;
  /** The chat that it belongs to. */
  app: string;
  title: string;
  /** When it was kept last, milliseconds since 1970. */
  at: number;
  messages: Message[];
}

const NAME = 'rivulet-chats';
const TABLE = 'conversations';

/** Stands in where the browser keeps nothing for this page: until it is left. */
const unkept = new Map<string, Conversation>();

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
        request.result.createObjectStore(TABLE, { keyPath: 'id' }).createIndex('app', 'app');
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

/** Keeps a conversation; only until the page is left where the browser keeps nothing. @throws what IndexedDB says */
export async function keepConversation(conversation: Conversation): Promise<void> {
  if ((await ask('readwrite', (table) => table.put(conversation))) === null)
    unkept.set(conversation.id, conversation);
}

/** Forgets a conversation. */
export async function dropConversation(id: string): Promise<void> {
  unkept.delete(id);
  await ask('readwrite', (table) => table.delete(id));
}

/** Reads the conversations of a chat, the last one first. */
export async function conversationsOf(app: string): Promise<Conversation[]> {
  const kept = await ask<Conversation[]>('readonly', (table) => table.index('app').getAll(app));
  const all = [...(kept ?? []), ...[...unkept.values()].filter((each) => each.app === app)];
  return all.sort((a, b) => b.at - a.at);
}
