/** @file Reads the names of a handler's parameters. */

import { plainCode } from './plain-code.ts';

const NAME = '[\\p{ID_Start}$_][\\p{ID_Continue}$\\u200c\\u200d]*';
const LONE = new RegExp(`^(?:async\\s+)?(${NAME})\\s*=>`, 'u');
const FIRST = new RegExp(`^(?:\\.\\.\\.\\s*)?(${NAME})`, 'u');
const CALL = new RegExp(`^(?!(?:async|function)\\b)${NAME}(?:\\.${NAME})*\\s*\\(`, 'u');
const NAMED = new RegExp(`^(?:async\\s+)?function\\b\\s*\\*?\\s*(${NAME})`, 'u');
const ALONE = new RegExp(`^(${NAME})\\s*(?:;|$|\\n)`, 'u');

/** A last parameter of one of these names is the context of the run, not an input. */
const CONTEXT = new Set(['ctx', 'context']);

/**
 * Reads the names of a handler's parameters, in order, without the context. A parameter without a name of its own
 * (destructured) is `''`. What cannot be read (native or bound functions, calls) gives an empty list.
 *
 * @param code - A function, its source, or the source of a module.
 * @param exported - Which export of a module is meant.
 */
export function parameterNames(
  code: ((...args: never[]) => unknown) | string,
  exported = 'default',
): string[] {
  const text = plainCode(String(code));
  const start = typeof code === 'string' && /\bexport\b/.test(text) ? exportedAt(text, exported) : 0;
  if (start < 0) return [];
  const names = listed(text.slice(start).trimStart()).map((part) => FIRST.exec(part)?.[1] ?? '');
  if (CONTEXT.has(names.at(-1) ?? '')) names.pop();
  return names;
}

/** Reads what the default export of a module is called in its source; `''` when it has no name there. */
export function defaultName(code: string): string {
  const text = plainCode(code);
  const found = /\bexport\s+default\s+/.exec(text);
  const rest = found ? text.slice(found.index + found[0].length) : '';
  return (NAMED.exec(rest) ?? ALONE.exec(rest))?.[1] ?? '';
}

/** The parameters as written, of the function that `text` begins with. */
function listed(text: string): string[] {
  const lone = LONE.exec(text);
  if (lone) return [lone[1] as string];
  let depth = 0;
  let begin = -1;
  const parts: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string;
    // A computed method name stands in brackets before the parameters.
    if (begin < 0 && letter === '(' && depth === 0) begin = at + 1;
    else if (begin < 0 && letter === '{' && depth === 0) return [];
    else if ('([{'.includes(letter)) depth++;
    else if (begin >= 0 && depth === 0 && (letter === ',' || letter === ')')) {
      parts.push(text.slice(begin, at).trim());
      begin = at + 1;
      if (letter === ')') return parts.filter((part) => part !== '');
    } else if (')]}'.includes(letter)) depth--;
  }
  return [];
}

/** Finds where the function that a module exports under `name` begins; -1 when that cannot be seen. */
function exportedAt(text: string, name: string): number {
  if (name === 'default') {
    const found = /\bexport\s+default\s+/.exec(text);
    if (found) {
      const start = found.index + found[0].length;
      const rest = text.slice(start);
      const alone = ALONE.exec(rest);
      if (alone) return declaredAt(text, alone[1] as string);
      return CALL.test(rest) ? -1 : start;
    }
  }
  const renamed = new RegExp(`\\bexport\\s*\\{[^}]*?(${NAME})\\s+as\\s+${escape(name)}\\s*[,}]`, 'u').exec(
    text,
  );
  return declaredAt(text, renamed?.[1] ?? name);
}

function declaredAt(text: string, name: string): number {
  const word = `${escape(name)}(?![\\p{ID_Continue}$])`;
  const declared = new RegExp(`\\b(?:async\\s+)?function\\s*\\*?\\s*${word}`, 'u').exec(text);
  if (declared) return declared.index;
  const assigned = new RegExp(`\\b(?:const|let|var)\\s+${word}\\s*=\\s*`, 'u').exec(text);
  if (!assigned) return -1;
  const start = assigned.index + assigned[0].length;
  return CALL.test(text.slice(start)) ? -1 : start;
}

function escape(name: string): string {
  return name.replace(/[$]/g, '\\$&');
}
