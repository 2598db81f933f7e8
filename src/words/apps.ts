/** @file Words: what stands around components. */

import { COMMON } from './common.ts';
import { sayer } from './say.ts';

/** In English. */
export const APPS = {
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  linkInAddress: 'The link is in the address',
  linkMisfit: 'The link holds values that do not fit here.',
  sentTo: 'Runs on a server: what you enter here is sent to',
  flagAs: 'Flag as {name}',
  saving: 'Saving...',
  errorShort: 'Error!',
  flagsAsCsv: 'Flags as CSV ({count})',
  example: 'Example {number}: {value}',
  examplePages: 'Pages of examples',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  page: 'Page {number}',
  conversations: 'Conversations',
  newChat: 'New chat',
  chatsKept: 'Conversations are kept in this browser.',
  chatNotKept: 'The conversation could not be kept: {why}',
} as const;

/** Says words: what stands around components; and those that several parts share. */
export const say = sayer({ ...COMMON, ...APPS });

/** What a property says that has a word for its default: that word in the reader's language. */
export const sayUsual = (key: keyof typeof COMMON, given: string): string =>
  given === COMMON[key] ? say(key as 'stop') : given;
