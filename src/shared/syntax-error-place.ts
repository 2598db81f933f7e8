/** @file Finds where code is that cannot be parsed. */

/** Where code is that cannot be parsed: its file, and line and column from 1. */
export interface Where {
  file: string;
  line: number;
  column: number;
}

/**
 * Finds where a `SyntaxError` of an `import()` is, which its stack does not say: Chromium tells only whom it reports an
 * uncaught error to, so it is reported to ourselves; Firefox and Safari keep it on the error. `null` when nobody knows.
 */
export function whereOf(error: unknown): Where | null {
  const { fileName, lineNumber, columnNumber, sourceURL, line, column } = error as Record<string, unknown>;
  if (typeof lineNumber === 'number' && lineNumber > 0)
    return { file: String(fileName), line: lineNumber, column: Number(columnNumber) };
  if (typeof line === 'number') return { file: String(sourceURL), line, column: Number(column) };
  let where: Where | null = null;
  const listen = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    const { filename, lineno, colno } = event as ErrorEvent;
    if (lineno > 0) where = { file: filename, line: lineno, column: colno };
  };
  const { onerror } = globalThis;
  asking = true;
  globalThis.onerror = null;
  addEventListener('error', listen);
  try {
    reportError(error);
  } finally {
    removeEventListener('error', listen);
    globalThis.onerror = onerror;
    asking = false;
  }
  return where;
}

let asking = false;

/** Returns true while an error is reported only to learn where it is: it is told of elsewhere. */
export const isAsking = (): boolean => asking;
