/** @file Words: files, and lists of them. */

import { COMMON } from './common.ts';
import { sayer } from './say.ts';

/** In English. */
export const FILES = {
  aFile: 'a file',
  severalFiles: 'one file or several',
  aFolder: 'a folder',
  images: 'images',
  sounds: 'sounds',
  videos: 'videos',
  texts: 'texts',
  upTo: 'up to {size}',
  addFolder: 'Add a folder',
  moves: '{name} (Alt + ↑ ↓ moves it)',
  gone: 'not there any more',
  isFolder: '{name}: “{folder}” is a folder; {wanted} is taken.',
  onlyOne: '{name}: “{file}” is taken; it holds one file, and {count} came.',
  leftOut: '({count} more left out.)',
  otherKind: '{name}: “{file}” is of another kind; taken are {kinds}.',
  otherType: '{name}: “{file}” is of another kind ({type}); taken are {kinds}.',
  tooBig: '{name}: “{file}” is too large, it has {size}; at most {most} are taken.',
  noFileYet: '{name}: there is no file to download yet.',
  pictures: 'Pictures',
  allPictures: 'All pictures',
  pictureOf: 'Picture {number} of {count}',
  videoOf: 'Video {number} of {count}',
  preview: 'Preview: {name}',
  previous: 'Previous',
  next: 'Next',
  show: 'Show {name}',
  videoUnplayed: 'This video cannot be played.',
  pictureUnshown: 'This picture cannot be shown.',
  noFile: 'The file cannot be given. {why}',
  noPixels: 'This picture has no pixels.',
  loadingModel: 'Loading the model …',
  dropModel: 'Drop a glb or gltf file here, or',
  pickOne: 'pick one',
  pickFile: 'Pick a file: {name}',
  cannotShow: '{name} cannot be shown: {why}',
} as const;

/** Says words: files, and lists of them; and those that several parts share. */
export const say = sayer({ ...COMMON, ...FILES });
