/** @file Chooses the reader's language, and loads its words. */

import type { ALL } from './all.ts';
import { type Word, sayAnew, type speech } from './say.ts';

/** The keys of all words. */
export type WordKey = keyof typeof ALL;

interface Language {
  default: Readonly<Record<WordKey, Word>>;
  turn?: (typeof speech)['turn'];
}

/** The languages that there are beside English, each in a file of its own. */
export const languages: { [code: string]: () => Promise<Language> } = {
  de: () => import('./languages/de.ts'),
  fr: () => import('./languages/fr.ts'),
  es: () => import('./languages/es.ts'),
  it: () => import('./languages/it.ts'),
  pt: () => import('./languages/pt.ts'),
  zh: () => import('./languages/zh.ts'),
  ja: () => import('./languages/ja.ts'),
  ko: () => import('./languages/ko.ts'),
  ar: () => import('./languages/ar.ts'),
  hi: () => import('./languages/hi.ts'),
};

let turn = 0;

/** Speaks the language that the page asks for, or else the browser's. English stands until its words are there. */
export async function speak(asked: string | null | undefined): Promise<void> {
  const now = ++turn;
  const there = ['en', ...Object.keys(languages)];
  const locale = (asked ? [asked] : navigator.languages).find((each) => there.includes(codeOf(each)));
  if (asked && !locale)
    console.warn(
      `configure(): there are no words for the locale "${asked}"; there are ${there.join(', ')}. English stands`,
    );
  const code = codeOf(locale ?? 'en');
  let language: Language | undefined;
  try {
    language = await languages[code]?.();
  } catch (error) {
    console.warn(
      `The words of "${code}" could not be loaded; English stands. Is words/ beside chunks/?`,
      error,
    );
  }
  if (now !== turn) return; // another one was asked for meanwhile
  // A page that says that it is in another language is not turned for its reader alone.
  const page = document.documentElement.lang;
  sayAnew({
    locale: (language || code === 'en') && locale ? locale.replace('_', '-') : 'en',
    words: language?.default ?? {},
    turn: asked || !page || codeOf(page) === code ? language?.turn : undefined,
  });
}

const codeOf = (locale: string): string => `${locale}`.toLowerCase().split(/[-_]/)[0]!;
