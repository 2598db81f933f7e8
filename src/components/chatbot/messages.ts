/** @file What a message of a chat is, and the check that something is one. */

import { equal } from '../parts/equal.ts';
import { meaningOf } from '../../page/registry.ts';
import { isText } from '../../shared/errors.ts';

/** Who speaks. */
export type Speaker = 'user' | 'assistant' | 'system';

/** A component in a message. */
export interface ComponentPart {
  /** Its name, such as `"Plot"`. */
  component: string;
  /** Its properties, `value` among them. */
  props?: Record<string, unknown>;
}

/** A file at an address. */
export interface FilePart {
  url: string;
  name?: string;
  mimeType?: string;
  /** What a picture shows, for those who do not see it. */
  alt?: string;
}

/** One thing that a message says: text in Markdown, a picture, a sound, a video, a file, a component. */
export type MessagePart = string | Blob | FilePart | ComponentPart;

/** What is told beside a message. A message with a title folds: a thought, the call of a tool. */
export interface MessageMetadata {
  title?: string;
  /** Words beside the title. */
  log?: string;
  /** Seconds that it took. */
  duration?: number;
  status?: 'pending' | 'done';
  /** Names it for those that are part of it. */
  id?: string | number;
  /** The message that it is part of. */
  parentId?: string | number;
}

/** An answer to pick. */
export interface MessageOption {
  value: string;
  label?: string;
}

/** One message of a chat. */
export interface Message {
  role: Speaker;
  content: MessagePart | MessagePart[];
  metadata?: MessageMetadata;
  /** Answers to pick, as buttons under the message. */
  options?: MessageOption[];
}

/** What a message is, in words. */
export const A_MESSAGE = '{ role: "user" | "assistant" | "system", content }';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** True for a text, or what reads as one. */
export const isWords = (part: unknown): part is string | number => typeof part !== 'object' && isText(part);

function isPart(part: unknown): boolean {
  if (isWords(part) || part instanceof Blob) return true;
  if (!isObject(part)) return false;
  if (typeof part.component === 'string')
    return meaningOf(part.component) !== undefined && (part.props === undefined || isObject(part.props));
  return typeof part.url === 'string';
}

/** Makes a message of what is nearly one; `null` where it is none. */
export function messageOf(given: unknown, role?: Speaker): Message | null {
  const message = isObject(given) && 'content' in given ? given : { content: given };
  const { content = '', metadata, options } = message;
  const whose = message.role ?? role;
  const fits =
    (whose === 'user' || whose === 'assistant' || whose === 'system') &&
    (content === null || (Array.isArray(content) ? [...content].every(isPart) : isPart(content))) &&
    (metadata == null || isObject(metadata)) &&
    (options == null ||
      (Array.isArray(options) && [...options].every((each) => isObject(each) && isWords(each.value))));
  return fits ? ({ ...message, role: whose, content: content ?? '' } as Message) : null;
}

/** True when what came says the same as a message. */
export function isSame(message: Message, given: unknown): boolean {
  if (message === given) return true;
  const { role, content, metadata, options } = Object(given) as Partial<Message>;
  return (
    message.role === role &&
    (message.content === content || (typeof content === 'object' && equal(message.content, content))) &&
    (message.metadata === metadata || equal(message.metadata, metadata)) &&
    (message.options === options || equal(message.options, options))
  );
}

/** The text of a message, without what is no text. */
export const textOfMessage = ({ content }: Message): string =>
  (Array.isArray(content) ? content : [content]).filter(isWords).join('\n\n');
