/**
 * Checks the doc comments: every export of the public entries has one, and so have every element, its events, its parts
 * and its public fields (from dist/custom-elements.json, so after a build).
 */
import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { entryTexts } from '../build/public-names.js';

const entries = (
  await Promise.all(
    ['src/index.ts', 'workers/serve.ts', 'src/testing/index.ts'].map((entry) => entryTexts(entry)),
  )
).flat();
const problems = [...(await Promise.all(entries.map(exportsWithout))).flat(), ...(await elementsWithout())];
for (const problem of problems) console.error(problem);
if (problems.length) process.exitCode = 1;

async function exportsWithout([entry, text]) {
  const found = [];
  for (const [, names, from] of text.matchAll(/export\s+(?:type\s+)?\{([^}]*)\}\s+from\s+'(\.[^']+)'/g)) {
    const file = posix.join(posix.dirname(entry), from);
    const source = await readFile(file, 'utf8');
    for (const name of names.split(',').map(
      (part) =>
        part
          .replace(/\btype\b/, '')
          .trim()
          .split(/\s+as\s+/)[0],
    )) {
      if (name && !isDocumented(source, name))
        found.push(`${file}: ${name} is public and has no doc comment`);
    }
  }
  for (const [, name] of text.matchAll(
    /^export\s+(?:async\s+)?(?:function\*?|class|const|interface|type)\s+(\w+)/gm,
  )) {
    if (!isDocumented(text, name)) found.push(`${entry}: ${name} is public and has no doc comment`);
  }
  return found;
}

/** Whether a comment ends right before the declaration, with nothing but decorators between. */
function isDocumented(source, name) {
  const kinds = '(?:abstract class|class|async function|function\\*?|const|interface|type)';
  const place = source.search(new RegExp(`^export (?:declare )?${kinds} ${name}\\b`, 'm'));
  if (place < 0)
    return source.includes(`as ${name}`) || new RegExp(`export (?:type )?\\{[^}]*\\b${name}\\b`).test(source);
  const before = source
    .slice(0, place)
    .replace(/(?:^[ \t]*(?:@\w+\((?:[^\n]*|[^\n]*\{\n(?:[ \t][^\n]*\n)+\})\)|\/\/[^\n]*)\n)+$/m, '');
  return before.trimEnd().endsWith('*/');
}

async function elementsWithout() {
  const manifest = JSON.parse(await readFile('dist/custom-elements.json', 'utf8'));
  const found = [];
  for (const { path, declarations = [] } of manifest.modules) {
    for (const element of declarations.filter(({ tagName }) => tagName)) {
      const say = (what) => found.push(`${path}: <${element.tagName}> ${what}`);
      if (!element.description) say('has no description');
      if (element.members?.some(({ name }) => name === 'emptyValue') && !(element.input && element.output))
        say('does not say by @input and @output what a handler is given of it, and may return');
      for (const { name, attribute, description, inheritedFrom, kind } of element.members ?? [])
        if (kind === 'field' && attribute && !description && !inheritedFrom)
          say(`has no description of "${name}"`);
      const events = new Set((element.events ?? []).map(({ name }) => name));
      const declared =
        element.members?.find((member) => member.name === 'events' && member.static)?.default ?? '';
      for (const [, name] of declared.matchAll(/'([\w-]+)'/g))
        if (!events.has(name)) say(`has no description of the event "${name}"`);
      for (const { name, description } of element.cssParts ?? [])
        if (!description) say(`has no description of the part "${name}"`);
    }
  }
  return found;
}
