/**
 * Finds what the library says to readers elsewhere than in src/words: texts in templates, and in the attributes that are
 * read or heard. What is told to those who make a page is not meant: errors, hints, the console.
 */
import { readFile, readdir } from 'node:fs/promises';
import { parseSync } from 'vite';
import { Told, script } from '../node/run.js';

/** Rooms whose words are for those who make the page, and the folder of words itself. */
const LEFT_OUT = [
  /^src\/words\//,
  /^src\/app\/playground\/frame\.ts$/,
  /^src\/testing\//,
  /^src\/runner\//,
  /^src\/app\/hints\//,
  /\.styles\.ts$/,
];

/** What is the same in every language: units, names of keys and of formats. */
const SAME = /^(?:[^A-Za-z]|\b(?:ms|min|px|PNG|SVG|CSV|JSON|[A-Z]|[a-z])\b)*$/;

/** Attributes that are read, or heard. */
const ATTRIBUTE =
  /\s(?:aria-label|aria-valuetext|aria-roledescription|title|placeholder|alt|label)=(?:"([^"]*)"|'([^']*)'|([^\s"'>\0]+))/g;

/** Properties that are read, or heard, where script sets them. */
const PROPERTY = /^(?:title|ariaLabel|placeholder|textContent|innerText)$/;

/** Names what a template or a script of a file says, with the line. */
export function saidIn(path, text) {
  const found = [];
  const at = (place) => text.slice(0, place).split('\n').length;
  const note = (place, words) => {
    const said = words.replaceAll('\0', ' ').replace(/&\w+;/g, ' ').trim();
    if (!SAME.test(said)) found.push(`${path}:${at(place)} says “${said.replace(/\s+/g, ' ')}”`);
  };
  const visit = (node) => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!node || typeof node.type !== 'string') return;
    if (node.type === 'TaggedTemplateExpression' && ['html', 'svg'].includes(node.tag.name)) {
      // What is filled in may be an attribute's value, a text or a tag.
      const markup = node.quasi.quasis.map((part) => part.value.raw).join('\0');
      for (const [, ...values] of markup.matchAll(ATTRIBUTE))
        note(
          node.start,
          values.find((each) => each !== undefined),
        );
      const tags =
        /<!--[\s\S]*?-->|<style[\s\S]*?<\/style>|<\/?[\w-]+(?:\s+[^\s=>"']+(?:=(?:"[^"]*"|'[^']*'|[^\s>"']*))?|\s*\0)*\s*\/?>/g;
      note(node.start, markup.replace(tags, '\0'));
    }
    if (node.type === 'AssignmentExpression' && PROPERTY.test(node.left.property?.name))
      note(node.start, textOf(node.right));
    if (
      node.type === 'CallExpression' &&
      node.callee.property?.name === 'setAttribute' &&
      /^(?:aria-label|title)$/.test(node.arguments[0]?.value)
    )
      note(node.start, textOf(node.arguments[1]));
    for (const key in node) if (typeof node[key] === 'object') visit(node[key]);
  };
  visit(parseSync(path, text, { lang: 'ts' }).program);
  return found;
}

function textOf(node) {
  if (node?.type === 'Literal') return String(node.value);
  return node?.type === 'TemplateLiteral' ? node.quasis.map((part) => part.value.raw).join('\0') : '';
}

if (import.meta.url === `file://${process.argv[1]}`)
  await script(async () => {
    const found = [];
    for (const entry of await readdir('src', { recursive: true, withFileTypes: true })) {
      const path = `${entry.parentPath}/${entry.name}`;
      if (!entry.isFile() || !path.endsWith('.ts') || LEFT_OUT.some((each) => each.test(path))) continue;
      found.push(...saidIn(path, await readFile(path, 'utf8')));
    }
    if (found.length > 0)
      throw new Told(`Words for readers belong into src/words:\n${found.sort().join('\n')}`);
  });
