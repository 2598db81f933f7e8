/** @file Words: conversations. */

import { COMMON } from './common.ts';
import { sayer } from './say.ts';

/** In English. */
export const CHAT = {
  allCopied: 'All copied',
  copyAll: 'Copy all',
  toEnd: 'To the end',
  noMessages: 'No messages yet',
  messages: 'Messages',
  fileCount: { one: '{count} file', other: '{count} files' },
  inProgress: 'In progress',
  thinking: 'Thinking',
  reasoning: 'Reasoning',
  pictureLost: 'The picture {name} could not be shown.',
  save: 'Save',
  editMessage: 'Edit message',
  you: 'You',
  assistant: 'Assistant',
  system: 'System',
  closeMicrophone: 'Close the microphone',
  cannotAdd: '{names} cannot be added: expected {kinds}',
} as const;

/** Says words: conversations; and those that several parts share. */
export const say = sayer({ ...COMMON, ...CHAT });
