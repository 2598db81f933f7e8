/** @file Says words in the reader's language, and has them said anew when that changes. */

/** A word of a language, with a form for each kind of number where it speaks of some. */
export type Word = string | Plural;

/** The forms of a word, by the rules that its language has for numbers. */
export type Plural = { readonly [Rule in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** Words by their keys. */
export type WordTable = Readonly<Record<string, Word>>;

/** True for what can be said. */
export const isWord = (word: unknown): word is Word =>
  typeof (typeof word === 'string' ? word : (word as Plural | null)?.other) === 'string';

/** What shows words, and is told to show them anew. */
export interface Speaking {
  requestUpdate(): void;
}

/** What is spoken on the page. */
export const speech: {
  /** How numbers and dates are written, such as `de-AT`. */
  locale: string;
  /** The words of the language; none where it is English, or still on its way. */
  words: WordTable;
  /** The page's own words. */
  own: WordTable;
  /** Turns what shows words to the side from which the language is read, or back. */
  turn: ((speaker: Speaking, back?: boolean) => void) | undefined;
} = { locale: 'en', words: {}, own: {}, turn: undefined };

/** What is in a page, and shows words. */
const speakers = new Set<Speaking>();

/** Tells what shows words, from now on, when to say them anew. */
export function addSpeaker(speaker: Speaking): void {
  speakers.add(speaker);
  speech.turn?.(speaker);
}

/** Ends that. */
export const removeSpeaker = (speaker: Speaking): boolean => speakers.delete(speaker);

/** Changes what is spoken, and has all that shows words say them anew. */
export function sayAnew(changed: Partial<typeof speech>): void {
  for (const speaker of speakers) speech.turn?.(speaker, true);
  Object.assign(speech, changed);
  for (const speaker of speakers) {
    speech.turn?.(speaker);
    speaker.requestUpdate();
  }
}

/** The names of a text's places: `name` of `Remove {name}`. */
type Places<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;

type TextOf<Of> = Of extends { other: infer Other } ? Other : Of;

/** Gives the word of a key, with what belongs into its places. */
export type Say<Words> = <Key extends keyof Words & string>(
  key: Key,
  ...given: [Places<TextOf<Words[Key]>>] extends [never]
    ? []
    : [given: Record<Places<TextOf<Words[Key]>>, string | number>]
) => string;

/**
 * Makes what says the words of a part of the library. The page's own come first, then those of the reader's language,
 * then English.
 *
 * @param english - The words of the part, by their keys.
 */
export const sayer =
  <const Words extends WordTable>(english: Words): Say<Words> =>
  (key, given?: Record<string, string | number>) => {
    const foreign = speech.own[key] ?? speech.words[key];
    return fill(foreign ?? english[key]!, foreign ? speech.locale : 'en', given);
  };

function fill(word: Word, locale: string, given: Record<string, string | number> = {}): string {
  const text =
    typeof word === 'string'
      ? word
      : (word[new Intl.PluralRules(locale).select(given.count as number)] ?? word.other);
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = given[name] ?? place;
    return typeof value === 'number' ? numeral(value) : value;
  });
}

/** Writes a number for the reader. */
export const numeral = (value: number): string => value.toLocaleString(speech.locale);

/** Names a kind of component. */
export const sayKind = (kind: string): string => `${speech.own[kind] ?? speech.words[kind] ?? kind}`;
