/** @file Words: how runs stand, and messages. */

import { COMMON } from './common.ts';
import { sayer } from './say.ts';

/** In English. */
export const RUN = {
  info: 'Info',
  warning: 'Warning',
  success: 'Success',
  someInfo: 'Something to know.',
  someWarning: 'Something may be wrong.',
  someSuccess: 'Done.',
  someError: 'Something went wrong.',
  progress: 'Progress',
  dismiss: 'Dismiss',
  dismissError: 'Dismiss error',
  queue: 'queue: {position}/{size}',
  working: '{name}: working',
  done: '{name}: done',
  failed: '{name}: failed',
  secondsLeft: '{count} s left',
  timeLeft: 'Time left: {count} s',
} as const;

/** Says words: how runs stand, and messages; and those that several parts share. */
export const say = sayer({ ...COMMON, ...RUN });
