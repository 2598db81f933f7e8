/** @file Makes messages of questions and answers, and questions of messages. */

import {
  type Message,
  type MessagePart,
  messageOf,
  textOfMessage,
} from '../../components/chatbot/messages.ts';

/** A question as the reader wrote it. */
export interface Question {
  text: string;
  files: (Blob | string)[];
}

/** Makes a question of a text, or of `{ text, files }`. */
export function questionOf(given: unknown): Question {
  if (typeof given !== 'object' || given === null) return { text: String(given ?? ''), files: [] };
  const { text = '', files = [] } = given as Partial<Question>;
  return { text: String(text ?? ''), files: [...(files ?? [])] };
}

/** The message that a question is. */
export function messageOfQuestion({ text, files }: Question): Message {
  if (files.length === 0) return { role: 'user', content: text };
  const parts: MessagePart[] = files.map((file) => (typeof file === 'string' ? { url: file } : file));
  return { role: 'user', content: text.trim() ? [text, ...parts] : parts };
}

/** The question that a message was. */
export function questionOfMessage(message: Message): Question {
  const parts = Array.isArray(message.content) ? message.content : [message.content];
  const files = parts.flatMap((part): (Blob | string)[] => {
    if (part instanceof Blob) return [part];
    return typeof part === 'object' && 'url' in part ? [part.url] : [];
  });
  return { text: textOfMessage(message), files };
}

/** What a handler gave, as messages of the assistant; what is none stays, and is refused where it is shown. */
export function answersOf(given: unknown): unknown[] {
  if (given === null || given === undefined) return [];
  return (Array.isArray(given) ? given : [given]).map(
    (each: unknown) => messageOf(each, 'assistant') ?? each,
  );
}
