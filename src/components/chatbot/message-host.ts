/** @file The interface through which a message knows its conversation. */

import type { ChatHost } from './chat-host.ts';
import type { Message } from './messages.ts';

/** What is particular to the place of a message. */
export const Place = { follows: 1, last: 2, acts: 4, failed: 8, brief: 16, running: 32 } as const;

/** A message that is shown. */
export interface ShownMessage {
  readonly message: Message | null;
}

/** What a message asks of its conversation. */
export interface MessageHost {
  readonly host: ChatHost;
  /** Like, Dislike or another word was pressed; `null` takes it back. */
  like(from: ShownMessage, liked: boolean | string | null): void;
  /** Retry or Undo, of the last question. */
  act(name: 'retry' | 'undo'): void;
  edit(from: ShownMessage, text: string): void;
  pick(from: ShownMessage, value: string): void;
  select(from: ShownMessage): void;
}
