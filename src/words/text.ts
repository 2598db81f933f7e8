/** @file Words: texts, code, values as text. */

import { COMMON } from './common.ts';
import { sayer } from './say.ts';

/** In English. */
export const TEXT = {
  copyCode: 'Copy code',
  toDo: 'to do',
  toDoDone: 'done',
  linkTo: 'Link to “{name}”',
  otherSite: 'Picture of another site:',
  otherSiteNamed: 'Picture of another site ({name}):',
  tabIndents: 'Tab indents. To go on, press Escape, then Tab.',
  data: 'Data',
  more: '… {count} more',
  pick: 'Pick: {name}',
  noColour: '“{text}” is no colour: write any CSS colour, such as #ff8800 or teal',
  calendar: 'Open the calendar',
  calendarNamed: 'Open the calendar: {name}',
  noCalendar: 'The browser does not open its calendar here: write the date.',
  noDate: '“{text}” is no date: write it as {example}, or now, or now - 5m',
  shades: 'Shades of scores, from -1 to 1',
  labelList: 'Labels',
  noName: 'No name',
  andMoreLabels: 'and {count} more',
  selected: 'Selected: {text}',
  selectPart: 'Select a part of the text to label it.',
  labelOf: 'Label of {text}',
  scoreOf: 'Score of {text}',
  scoreRange: '-1 to 1',
  setLabel: 'Set label',
  setScore: 'Set score',
  removeLabel: 'Remove label',
  removeScore: 'Remove score',
  labelsInUse: 'Labels in use',
  showCharacters: 'Show more: {count} of {total} characters',
  wordKeys: 'Arrow keys select words, with Shift several. Enter goes to the label, Delete takes it away.',
  markKeys: 'Arrow keys go from mark to mark.',
} as const;

/** Says words: texts, code, values as text; and those that several parts share. */
export const say = sayer({ ...COMMON, ...TEXT });
