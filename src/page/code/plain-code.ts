/** @file Blanks strings and comments in code. */

/** After one of these a slash begins a regular expression, not a division. */
const BEFORE_REGEXP = /(?:^|[=(,[{;:!&|?+\-*%<>~^}]|\b(?:return|typeof|case|in|of|yield|await))\s*$/;

/**
 * Returns a program's text with comments and the insides of strings, templates and regular expressions blanked, letter
 * for letter, so that what is left can be searched for brackets and words.
 */
export function plainCode(text: string): string {
  let plain = '';
  let at = 0;
  const blank = (end: number) => {
    plain += text.slice(at, end).replace(/[^\n]/g, ' ');
    at = end;
  };
  while (at < text.length) {
    const letter = text[at] as string;
    const two = text.slice(at, at + 2);
    if (two === '//') blank(endOf(text, text.indexOf('\n', at)));
    else if (two === '/*') blank(endOf(text, text.indexOf('*/', at + 2), 2));
    else if (letter === '"' || letter === "'") quoted(closing(text, at, letter));
    else if (letter === '`') quoted(closingTemplate(text, at));
    else if (letter === '/' && BEFORE_REGEXP.test(plain.slice(-24))) quoted(closingRegExp(text, at));
    else {
      plain += letter;
      at++;
    }
  }
  return plain;

  function quoted(end: number): void {
    plain += '0';
    at++;
    blank(end);
  }
}

function endOf(text: string, found: number, length = 0): number {
  return found < 0 ? text.length : found + length;
}

function closing(text: string, start: number, quote: string): number {
  let at = start + 1;
  while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

function closingRegExp(text: string, start: number): number {
  let at = start + 1;
  let inClass = false;
  for (; at < text.length && (inClass || text[at] !== '/') && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') inClass = true;
    else if (text[at] === ']') inClass = false;
  }
  return Math.min(at + 1, text.length);
}

function closingTemplate(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '`') {
    if (text.slice(at, at + 2) === '${') at = closingBrace(text, at + 2);
    else at += text[at] === '\\' ? 2 : 1;
  }
  return Math.min(at + 1, text.length);
}

/** Finds where the expression of a template that begins at `start` ends, behind its brace. */
function closingBrace(text: string, start: number): number {
  let depth = 1;
  let at = start;
  while (at < text.length) {
    const letter = text[at] as string;
    if (letter === '`') at = closingTemplate(text, at);
    else if (letter === '"' || letter === "'") at = closing(text, at, letter);
    else {
      at++;
      if (letter === '{') depth++;
      else if (letter === '}' && --depth === 0) return at;
    }
  }
  return at;
}
