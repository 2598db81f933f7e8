/** @file Tells where a script was loaded from. */

/**
 * Returns the URL of the script that made an error; empty where the browser does not say. `import.meta.url` would do, had
 * not bundlers the path of the building machine for it.
 */
export const urlIn = ({ stack = '' }: Error): string =>
  /(?:[\w-]+:)+\/\/\/?[^\s)]+?(?=(?::\d+)+\)?(?:\s|$))/.exec(stack)?.[0] ?? '';
