/** @file All words, in English. */

import { APPS } from './apps.ts';
import { CHAT } from './chat.ts';
import { COMMON } from './common.ts';
import { CORE } from './core.ts';
import { FILES } from './files.ts';
import { KINDS } from './kinds.ts';
import { MEDIA } from './media.ts';
import { PICTURE } from './picture.ts';
import { PLOT } from './plot.ts';
import { RUN } from './run.ts';
import { TABLE } from './table.ts';
import { TEXT } from './text.ts';

/** All words, in English. */
export const ALL = {
  ...CORE,
  ...COMMON,
  ...KINDS,
  ...RUN,
  ...APPS,
  ...CHAT,
  ...TEXT,
  ...FILES,
  ...MEDIA,
  ...PICTURE,
  ...TABLE,
  ...PLOT,
} as const;
