/** @file HTML for the editor, with the scripts of handlers in the colours of JavaScript. */

import { html } from '@codemirror/lang-html';
import { javascriptLanguage } from '@codemirror/lang-javascript';
import type { LanguageSupport } from '@codemirror/language';

/** Makes the language: HTML, which by itself knows no `<script type="handler">`. */
export const htmlWithHandlers = (): LanguageSupport =>
  html({
    nestedLanguages: [
      {
        tag: 'script',
        attrs: ({ type }) => /^["']?handler["']?$/i.test(type ?? ''),
        parser: javascriptLanguage.parser,
      },
    ],
  });
