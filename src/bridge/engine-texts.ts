/** @file The scripts of the engines as text, in the standalone script. */

import type { EngineName } from '../shared/engines.ts';

/**
 * The scripts of the engines as text. Empty but in the standalone script, where the build puts them in: a page that
 * was opened as a file cannot fetch them.
 */
export const engineTexts: Partial<Record<EngineName, string>> = {};
