/** @file Speaks the reader's language, and what the page configures of it. */

import { type Configuration, developing, whenConfigured } from '../../bridge/configure.ts';
import { isFirstCopy } from '../../page/copies.ts';
import { lazy } from '../../page/lazy.ts';
import { sayOwn, speak } from '../../words/locale.ts';

let asked: Configuration['locale'];

// The elements are those of the first copy, whichever is configured.
if (typeof document !== 'undefined' && isFirstCopy) {
  void speak(asked);
  addEventListener('languagechange', () => asked || void speak(asked));
  whenConfigured((options) => {
    if ('locale' in options) void speak((asked = options.locale));
    if (!('words' in options)) return;
    const { words } = options;
    sayOwn(words);
    if (words && developing())
      lazy(() => import('./check-words.ts')).then(({ checkWords }) => checkWords(words), console.error);
  });
}
