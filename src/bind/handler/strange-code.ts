/** @file Says why a block of a page cannot be the code of a handler. */

import type { HandlerBlock } from '../../page/code/handler-blocks.ts';

/** How highlighters, and Sphinx, name a language in the classes of a block of code. */
const LANGUAGE = /(?:^|\s)(?:lang(?:uage)?-|highlight-(?=\w+ notranslate))([\w+#]+)/;
const JAVASCRIPT = /^(?:js|javascript|mjs|default|none|text|plaintext)$/i;

/** Elements around the code that may name its language. */
const MOST_AROUND = 5;

/** Returns what is wrong with a block before it is run, as the end of a sentence; `''` when nothing seems to be. */
export function strangeCode({ element }: HandlerBlock): string {
  const tag = (element as Partial<HTMLTemplateElement>).content?.firstElementChild?.localName;
  if (tag)
    return `is in a <template> with a tag <${tag}> in it: write spaces around each <, or take <script type="handler">`;
  const language = element.localName === 'pre' && languageOf(element.querySelector('code') ?? element);
  return !language || JAVASCRIPT.test(language)
    ? ''
    : `is in a block of ${language}, expected one of JavaScript`;
}

function languageOf(code: Element): string | undefined {
  let at: Element | null = code;
  for (let count = 0; at && count < MOST_AROUND; count++, at = at.parentElement) {
    const language = at.getAttribute('data-language') ?? LANGUAGE.exec(at.className)?.[1];
    if (language) return language;
  }
  return undefined;
}
