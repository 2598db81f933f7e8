/** @file The languages of a Code, each loaded when it is first asked for. */

import type { Extension } from '@codemirror/state';
import { StreamLanguage, type StreamParser } from '@codemirror/language';
import { nearest } from '../../page/nearest.ts';
import { lazy } from '../../page/lazy.ts';

/** A language: the ending of its files, and what loads it. */
interface Language {
  ending: string;
  load(): Promise<Extension>;
}

/** Loads a mode that reads line by line. */
async function mode(load: () => Promise<StreamParser<unknown>>): Promise<Extension> {
  return StreamLanguage.define(await load());
}

const script = (ending: string, typescript: boolean): Language => ({
  ending,
  load: async () => (await import('@codemirror/lang-javascript')).javascript({ jsx: true, typescript }),
});

const clike = (ending: string, name: 'java'): Language => ({
  ending,
  load: () => mode(async () => (await import('@codemirror/legacy-modes/mode/clike'))[name]),
});

const cpp = (ending: string): Language => ({
  ending,
  load: async () => (await import('@codemirror/lang-cpp')).cpp(),
});

const languages: Record<string, Language> = {
  python: { ending: 'py', load: async () => (await import('@codemirror/lang-python')).python() },
  c: cpp('c'),
  cpp: cpp('cpp'),
  markdown: { ending: 'md', load: async () => (await import('@codemirror/lang-markdown')).markdown() },
  latex: {
    ending: 'tex',
    load: () => mode(async () => (await import('@codemirror/legacy-modes/mode/stex')).stex),
  },
  json: { ending: 'json', load: async () => (await import('@codemirror/lang-json')).json() },
  html: { ending: 'html', load: async () => (await import('./html-language.ts')).htmlWithHandlers() },
  css: { ending: 'css', load: async () => (await import('@codemirror/lang-css')).css() },
  javascript: script('js', false),
  jinja2: { ending: 'j2', load: async () => (await import('@codemirror/lang-jinja')).jinja() },
  typescript: script('ts', true),
  yaml: { ending: 'yaml', load: async () => (await import('@codemirror/lang-yaml')).yaml() },
  dockerfile: {
    ending: 'dockerfile',
    load: () => mode(async () => (await import('@codemirror/legacy-modes/mode/dockerfile')).dockerFile),
  },
  shell: {
    ending: 'sh',
    load: () => mode(async () => (await import('@codemirror/legacy-modes/mode/shell')).shell),
  },
  r: { ending: 'r', load: () => mode(async () => (await import('@codemirror/legacy-modes/mode/r')).r) },
  sql: { ending: 'sql', load: async () => (await import('@codemirror/lang-sql')).sql() },
  java: clike('java', 'java'),
  go: { ending: 'go', load: () => mode(async () => (await import('@codemirror/legacy-modes/mode/go')).go) },
  rust: {
    ending: 'rs',
    load: () => mode(async () => (await import('@codemirror/legacy-modes/mode/rust')).rust),
  },
  xml: {
    ending: 'xml',
    load: () => mode(async () => (await import('@codemirror/legacy-modes/mode/xml')).xml),
  },
};

const others: Record<string, string> = {
  py: 'python',
  'c++': 'cpp',
  md: 'markdown',
  tex: 'latex',
  js: 'javascript',
  jsx: 'javascript',
  jinja: 'jinja2',
  ts: 'typescript',
  tsx: 'typescript',
  yml: 'yaml',
  docker: 'dockerfile',
  sh: 'shell',
  bash: 'shell',
  rs: 'rust',
};

/** Gives the name under which a language is known here; a dialect, such as `sql-msSQL`, goes by its language. */
function knownName(name: string): string {
  const plain = name.toLowerCase().replace(/^(sql|html|xml)-.*/, '$1');
  return others[plain] ?? plain;
}

/** Gives the ending of files in a language; `txt` for none. */
export const endingOf = (name: string | null): string =>
  (name && languages[knownName(name)]?.ending) || 'txt';

/** Says what is wrong with the name of a language; nothing where there is one. */
export function unknownLanguage(name: string): string {
  if (languages[knownName(name)]) return '';
  const names = Object.keys(languages);
  const meant = nearest(knownName(name), names);
  return `There is no language “${name}”: ${meant ? `is it “${meant}”?` : `there are ${names.join(', ')}.`}`;
}

/** Loads a language that is known. */
export const loadLanguage = (name: string): Promise<Extension> =>
  lazy(() => languages[knownName(name)]!.load());
