/** @file Colours code: each language is loaded when a text first has it. */

import hljs from '@highlightjs/cdn-assets/es/core.min.js';
import { lazy } from '../../../page/lazy.ts';

/** Characters of a block of code that are coloured at most. */
const LONGEST = 60_000;

type Load = () => Promise<{ default: unknown }>;

const languages: Record<string, Load> = {
  bash: () => import('@highlightjs/cdn-assets/es/languages/bash.min.js'),
  c: () => import('@highlightjs/cdn-assets/es/languages/c.min.js'),
  cpp: () => import('@highlightjs/cdn-assets/es/languages/cpp.min.js'),
  csharp: () => import('@highlightjs/cdn-assets/es/languages/csharp.min.js'),
  css: () => import('@highlightjs/cdn-assets/es/languages/css.min.js'),
  dart: () => import('@highlightjs/cdn-assets/es/languages/dart.min.js'),
  diff: () => import('@highlightjs/cdn-assets/es/languages/diff.min.js'),
  dockerfile: () => import('@highlightjs/cdn-assets/es/languages/dockerfile.min.js'),
  elixir: () => import('@highlightjs/cdn-assets/es/languages/elixir.min.js'),
  go: () => import('@highlightjs/cdn-assets/es/languages/go.min.js'),
  graphql: () => import('@highlightjs/cdn-assets/es/languages/graphql.min.js'),
  haskell: () => import('@highlightjs/cdn-assets/es/languages/haskell.min.js'),
  ini: () => import('@highlightjs/cdn-assets/es/languages/ini.min.js'),
  java: () => import('@highlightjs/cdn-assets/es/languages/java.min.js'),
  javascript: () => import('@highlightjs/cdn-assets/es/languages/javascript.min.js'),
  json: () => import('@highlightjs/cdn-assets/es/languages/json.min.js'),
  julia: () => import('@highlightjs/cdn-assets/es/languages/julia.min.js'),
  kotlin: () => import('@highlightjs/cdn-assets/es/languages/kotlin.min.js'),
  latex: () => import('@highlightjs/cdn-assets/es/languages/latex.min.js'),
  lua: () => import('@highlightjs/cdn-assets/es/languages/lua.min.js'),
  makefile: () => import('@highlightjs/cdn-assets/es/languages/makefile.min.js'),
  markdown: () => import('@highlightjs/cdn-assets/es/languages/markdown.min.js'),
  matlab: () => import('@highlightjs/cdn-assets/es/languages/matlab.min.js'),
  perl: () => import('@highlightjs/cdn-assets/es/languages/perl.min.js'),
  php: () => import('@highlightjs/cdn-assets/es/languages/php.min.js'),
  powershell: () => import('@highlightjs/cdn-assets/es/languages/powershell.min.js'),
  python: () => import('@highlightjs/cdn-assets/es/languages/python.min.js'),
  r: () => import('@highlightjs/cdn-assets/es/languages/r.min.js'),
  ruby: () => import('@highlightjs/cdn-assets/es/languages/ruby.min.js'),
  rust: () => import('@highlightjs/cdn-assets/es/languages/rust.min.js'),
  scala: () => import('@highlightjs/cdn-assets/es/languages/scala.min.js'),
  sql: () => import('@highlightjs/cdn-assets/es/languages/sql.min.js'),
  swift: () => import('@highlightjs/cdn-assets/es/languages/swift.min.js'),
  typescript: () => import('@highlightjs/cdn-assets/es/languages/typescript.min.js'),
  wasm: () => import('@highlightjs/cdn-assets/es/languages/wasm.min.js'),
  xml: () => import('@highlightjs/cdn-assets/es/languages/xml.min.js'),
  yaml: () => import('@highlightjs/cdn-assets/es/languages/yaml.min.js'),
};

const ALIASES: Record<string, string> = {
  'c#': 'csharp',
  'c++': 'cpp',
  cjs: 'javascript',
  console: 'bash',
  cs: 'csharp',
  docker: 'dockerfile',
  golang: 'go',
  gql: 'graphql',
  h: 'c',
  hpp: 'cpp',
  hs: 'haskell',
  html: 'xml',
  js: 'javascript',
  json5: 'json',
  jsonc: 'json',
  jl: 'julia',
  jsx: 'javascript',
  kt: 'kotlin',
  make: 'makefile',
  md: 'markdown',
  mjs: 'javascript',
  patch: 'diff',
  pl: 'perl',
  ps1: 'powershell',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  shell: 'bash',
  svg: 'xml',
  tex: 'latex',
  toml: 'ini',
  ts: 'typescript',
  tsx: 'typescript',
  yml: 'yaml',
  zsh: 'bash',
};

/** What a language needs beside itself: it has parts of the other. */
const PARTS: Record<string, readonly string[]> = {
  xml: ['javascript', 'css'],
  markdown: ['xml'],
  php: ['xml'],
};

const loading = new Map<string, Promise<void>>();

const nameOf = (language: string): string => {
  const plain = language.toLowerCase();
  return Object.hasOwn(ALIASES, plain) ? ALIASES[plain]! : plain;
};

/** True for a language whose code is coloured. */
export const isKnown = (language: string): boolean => Object.hasOwn(languages, nameOf(language));

/** True once a language is there. */
export const isLoaded = (language: string): boolean => hljs.getLanguage(nameOf(language)) !== undefined;

/** Loads a language. A failure is not remembered. */
export function loadLanguage(language: string): Promise<void> {
  const name = nameOf(language);
  let load = loading.get(name);
  if (!load) {
    load = fetchLanguage(name).catch((error: unknown) => {
      loading.delete(name);
      throw error;
    });
    loading.set(name, load);
  }
  return load;
}

async function fetchLanguage(name: string): Promise<void> {
  const [own] = await Promise.all([
    lazy(languages[name]!),
    ...(PARTS[name] ?? []).map((part) => loadLanguage(part)),
  ]);
  hljs.registerLanguage(name, own.default);
}

/** Colours code of a language that is loaded: HTML of spans with classes, all else escaped; `null` for what is too long. */
export function coloured(code: string, language: string): string | null {
  if (code.length > LONGEST) return null;
  return hljs.highlight(code, { language: nameOf(language), ignoreIllegals: true }).value;
}
