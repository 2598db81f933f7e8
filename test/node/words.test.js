/** Each language has each word, with the same places, and what is read aloud of numbers has the forms that it needs. */
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import test from 'node:test';
import { allWords } from '../../scripts/docs/words.js';

const CODES = ['ar', 'de', 'es', 'fr', 'hi', 'it', 'ja', 'ko', 'pt', 'zh'];

/** The words of a file, which is data alone. */
async function wordsIn(path, start) {
  const text = await readFile(path, 'utf8');
  const at = text.indexOf(start) + start.length;
  return Function(`return ({${text.slice(text.indexOf('{', at) + 1, text.lastIndexOf('\n}'))}\n})`)();
}

async function english() {
  const all = {};
  for (const [title, words] of await allWords()) {
    for (const key of Object.keys(words))
      assert.ok(!(key in all), `"${key}" of ${title} is a word of another part, too`);
    Object.assign(all, words);
  }
  return all;
}

const textsOf = (word) => (typeof word === 'string' ? [word] : Object.values(word));
const placesOf = (text) => [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');

const all = await english();

test('there is a file for each language', async () => {
  const files = (await readdir('src/words/languages')).filter((name) => name.length === 5);
  assert.deepEqual(
    files.sort(),
    CODES.map((code) => `${code}.ts`),
  );
});

for (const code of CODES)
  test(`${code} has each word, with its places`, async () => {
    const words = await wordsIn(`src/words/languages/${code}.ts`, 'export default');
    assert.deepEqual(Object.keys(words).sort(), Object.keys(all).sort());
    for (const [key, word] of Object.entries(words)) {
      const wanted = placesOf(textsOf(all[key])[0]);
      for (const text of textsOf(word)) {
        assert.ok(text.trim() === text && text !== '', `${key} is empty, or has spaces around it`);
        assert.equal(placesOf(text), wanted, `${key}: ${text}`);
      }
      if (typeof word === 'string') continue;
      const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions();
      for (const rule of pluralCategories)
        if (rule !== 'many' || code === 'ar') assert.ok(rule in word, `${key} has no form "${rule}"`);
    }
  });

test('the kinds of all components are words', async () => {
  for (const name of await readdir('src', { recursive: true })) {
    if (!name.endsWith('.ts')) continue;
    const kind = /static override kind = '([^']+)'/.exec(await readFile(`src/${name}`, 'utf8'))?.[1];
    if (kind) assert.ok(kind in all, `src/words/kinds.ts lacks "${kind}" of ${name}`);
  }
});
