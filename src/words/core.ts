/** @file Words: what a page loads at once. */

import { sayer } from './say.ts';

/** In English. */
export const CORE = {
  stop: 'Stop',
  submit: 'Submit',
  generate: 'Generate',
  clear: 'Clear',
  run: 'Run',
  open: 'Open {name}',
  closeNamed: 'Close {name}',
  copy: 'Copy',
  copied: 'Copied',
  download: 'Download',
  removeNamed: 'Remove {name}',
  error: 'Error',
  details: 'Details',
  examples: 'Examples',
  additionalInputs: 'Additional Inputs',
  nothingYet: 'Nothing here yet',
  noChoices: 'No choices',
  noMatch: 'No match',
  select: 'Select…',
  selectAll: 'Select all',
  removeAll: 'Remove all',
  showMore: 'Show {count} more of {total}',
  typeToFind: '… {count} more: type to find them',
  reset: 'Reset to initial value',
  numberInput: 'number input for {name}',
  tooSmall: 'Value {value} is less than minimum value {minimum}.',
  tooLarge: 'Value {value} is greater than maximum value {maximum}.',
  willNotDo: 'This will not do',
  earlier: 'Earlier result',
  partMissing:
    'A part of Rivulet is missing: copy the whole folder of rivulet.js. After an update, reload the page.',
  partLost: 'A part of Rivulet could not be loaded. Check the connection, then try again.',
  shownAsItIs: 'The text is shown as it is: {why}.',
  tooLong: 'it has {count} characters, at most {most} are read',
  tooDeep: 'it has too many levels, one in the other',
  moreTabs: 'More tabs',
  tab: 'Tab {number}',
  step: 'Step {number}',
  sidebar: 'Sidebar',
  uploadFile: 'Upload a File',
} as const;

/** Says words: what a page loads at once. */
export const say = sayer(CORE);

/** What a property says that has a word for its default: that word in the reader's language. */
export const sayUsual = (key: keyof typeof CORE, given: string): string =>
  given === CORE[key] ? say(key as 'stop') : given;
