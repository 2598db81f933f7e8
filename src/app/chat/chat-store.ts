/** @file Keeps conversations in the browser's database. */

import type { Message } from '../../components/chatbot/messages.ts';
import { BrowserTable } from '../kept/browser-table.ts';

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

const conversations = new BrowserTable<Conversation>({
  database: 'rivulet-chats',
  table: 'conversations',
  index: 'app',
  keys: { keyPath: 'id' },
});

/** Stands in where the browser keeps nothing for this page: until it is left. */
const unkept = new Map<string, Conversation>();

/** Keeps a conversation; only until the page is left where the browser keeps nothing. @throws what IndexedDB says */
export async function keepConversation(conversation: Conversation): Promise<void> {
  if ((await conversations.ask('readwrite', (table) => table.put(conversation))) === null)
    unkept.set(conversation.id, conversation);
}

/** Forgets a conversation. */
export async function dropConversation(id: string): Promise<void> {
  unkept.delete(id);
  await conversations.ask('readwrite', (table) => table.delete(id));
}

/** Reads the conversations of a chat, the last one first. */
export async function conversationsOf(app: string): Promise<Conversation[]> {
  const all = [...(await conversations.all(app)), ...[...unkept.values()].filter((each) => each.app === app)];
  return all.sort((a, b) => b.at - a.at);
}
