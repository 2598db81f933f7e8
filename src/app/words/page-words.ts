/** @file Speaks the reader's language, and what the page configures of it. */

import { type Configuration, developing, whenConfigured } from '../../bridge/configure.ts';
import { isFirstCopy } from '../../page/copies.ts';
import { lazy } from '../../page/lazy.ts';
import { isWord, sayAnew } from '../../words/say.ts';

let asked: Configuration['locale'];

/** What chooses a language is loaded where that may be another one than English. */
const speak = (): void =>
  void lazy(() => import('../../words/locale.ts')).then(({ speak }) => speak(asked), console.warn);

// The elements are those of the first copy, whichever is configured.
if (typeof document !== 'undefined' && isFirstCopy) {
  if (!/^en\b/i.test(navigator.language)) speak();
  addEventListener('languagechange', speak);
  whenConfigured((options) => {
    if ('locale' in options) {
      asked = options.locale;
      speak();
    }
    if (!('words' in options)) return;
    const words = options.words ?? {};
    sayAnew({ own: Object.fromEntries(Object.entries(words).filter(([, word]) => isWord(word))) as never });
    if (developing())
      lazy(() => import('./check-words.ts')).then(({ checkWords }) => checkWords(words), console.error);
  });
}
