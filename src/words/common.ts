/** @file Words: those that several parts share which are loaded later. */

import { CORE } from './core.ts';

/** In English, with those that are there already. */
export const COMMON = {
  ...CORE,
  send: 'Send',
  cancel: 'Cancel',
  undo: 'Undo',
  close: 'Close',
  downloadNamed: 'Download {name}',
  remove: 'Remove',
  fullscreen: 'Fullscreen',
  exitFullscreen: 'Exit fullscreen',
  addFiles: 'Add files',
  message: 'Message',
  typeMessage: 'Type a message…',
  like: 'Like',
  dislike: 'Dislike',
  flag: 'Flag',
  dropNote: 'or press Ctrl+V',
  files: 'Files',
  edit: 'Edit',
  retry: 'Retry',
  delete: 'Delete',
  deleteNamed: 'Delete {name}',
  microphone: 'Microphone',
  loadingPlot: 'Loading the plot',
  column: 'Column {number}',
} as const;
