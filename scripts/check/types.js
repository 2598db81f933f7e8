/**
 * Holds the type declarations in dist/ against what users write: every sample of README and docs compiles under
 * `strict`, and so does test/types/, where what must not compile is marked by `@ts-expect-error`.
 * `--typescript=5.4` asks that version of the compiler, which npm fetches.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { elementNames } from '../build/public-names.js';
import { modulesOf, samplesOf } from '../docs/samples.js';

/** @typedef {{ file: string, line: number, message: string }} Problem */

/** The files that are checked. */
export async function typedFiles() {
  const [docs, tests] = await Promise.all([readdir('docs', { recursive: true }), readdir('test/types')]);
  return [
    'README.md',
    ...docs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
    ...tests.filter((name) => /(?<!\.d)\.tsx?$/.test(name)).map((name) => `test/types/${name}`),
  ];
}

/**
 * Checks them all.
 *
 * @param {string[]} command the compiler. Default: the installed one.
 * @returns {Promise<Problem[]>} what is wrong in them.
 */
export async function checkTypes(command = [process.execPath, 'node_modules/typescript/bin/tsc']) {
  const folder = await mkdtemp(join(tmpdir(), 'rivulet-types-'));
  try {
    const found = await Promise.all([
      checkPackages(),
      checkSamples(folder, command),
      compile(command, 'test/types/tsconfig.json'),
    ]);
    return found.flat();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const OPTIONS = {
  target: 'ES2022',
  module: 'ESNext',
  moduleResolution: 'bundler',
  lib: ['ES2022', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
  types: [],
  strict: true,
  noEmit: true,
};

/** What the standalone script gives to a page, and what a framework makes of `rivulet/jsx`. */
const AROUND = `declare const rivulet: typeof import('rivulet');
type RivuletElements = import('rivulet/jsx').RivuletElements;
declare namespace JSX {
  interface IntrinsicElements extends RivuletElements {}
}
`;

/** A script without types says nothing of its functions' parameters; all else is held as strictly. */
const SCRIPTS = { allowJs: true, checkJs: true, noImplicitAny: false };

async function checkSamples(folder, command) {
  const files = (await typedFiles()).filter((file) => file.endsWith('.md'));
  const places = new Map();
  for (const file of files) {
    for (const sample of await samplesOf(file)) {
      modulesOf(sample).forEach(({ extension, code, line }, at) => {
        const path = join(folder, file, sample.name ?? `line-${sample.line}-${at}.${extension}`);
        places.set(path, { file, line: line - 1, code: withLibrary(code) });
      });
    }
  }
  const base = resolve('dist/types');
  const paths = {
    rivulet: [`${base}/src/index.d.ts`],
    'rivulet/worker': [`${base}/workers/serve.d.ts`],
    'rivulet/testing': [`${base}/src/testing/index.d.ts`],
    'rivulet/jsx': [`${base}/jsx.d.ts`],
  };
  for (const [path, { code }] of places) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, code);
  }
  await writeFile(join(folder, 'around.d.ts'), AROUND);
  await writeFile(join(folder, 'events.ts'), await eventsOfElements());
  const problems = [];
  for (const [extension, more] of Object.entries({ js: SCRIPTS, ts: { jsx: 'preserve' } })) {
    const config = join(folder, `tsconfig.${extension}.json`);
    const include = ['around.d.ts', `**/*.${extension}`, `**/*.${extension}x`];
    await writeFile(config, JSON.stringify({ compilerOptions: { ...OPTIONS, ...more, paths }, include }));
    for (const { file, line, message } of await compile(command, config)) {
      const place = places.get(resolve(file)) ?? { file: basename(file), line: 0 };
      problems.push({ file: place.file, line: place.line + line, message });
    }
  }
  return problems;
}

/** What the declarations import comes with Rivulet, or with the framework that the entry is for. */
async function checkPackages() {
  const { dependencies } = JSON.parse(await readFile('package.json', 'utf8'));
  const known = new Set([...Object.keys(dependencies), 'react', 'preact', 'solid-js', 'vue']);
  const problems = [];
  const names = (await readdir('dist/types', { recursive: true })).filter((name) => name.endsWith('.d.ts'));
  for (const file of names.map((name) => join('dist/types', name))) {
    const lines = (await readFile(file, 'utf8')).split('\n');
    for (const [at, text] of lines.entries())
      for (const [, name] of text.matchAll(/\b(?:from |import\()['"]((?:@[\w-]+\/)?[\w-][\w.-]*)/g))
        if (!known.has(name))
          problems.push({ file, line: at + 1, message: `${name} is none of the package's dependencies` });
  }
  return problems;
}

/** Each element's class says in its types the events that its doc comment tells of, and no others; or that it may have any. */
async function eventsOfElements() {
  const { modules } = JSON.parse(await readFile('dist/custom-elements.json', 'utf8'));
  const names = await elementNames();
  const elements = modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName, name }) => tagName && names.has(name));
  const tests = elements.map(({ tagName, events = [] }) => {
    const told = events.map(({ name }) => `'${name}'`).join(' | ') || 'never';
    return `same<'${tagName}', ${told}, rv.EventName<HTMLElementTagNameMap['${tagName}']>>('${tagName}');`;
  });
  return `import type * as rv from 'rivulet';
declare function same<Tag, Told, Typed>(
  tag: string extends Typed ? Tag : [Told, Typed] extends [Typed, Told] ? Tag : { onlyTold: Exclude<Told, Typed>; onlyTyped: Exclude<Typed, Told> },
): void;
${tests.join('\n')}
`;
}

/** In its first line, so that the others keep their numbers. */
function withLibrary(code) {
  const named = code.replace(/(['"])(?:https:[^'"]*|\.(?:\/dist)?)\/rivulet\.js\1/g, "'rivulet'");
  const library =
    /\brv\./.test(code) && !/\brv\b.*from ['"]/.test(named) ? "import * as rv from 'rivulet'; " : '';
  return `${library}${named}\nexport {};\n`;
}

/** What the compiler says of the files of a project. @throws when it says nothing and fails */
async function compile([program, ...args], config) {
  const given = [...args, '-p', config, '--pretty', 'false'];
  const { output, failed } = await new Promise((done) =>
    execFile(program, given, { maxBuffer: 1e8 }, (error, stdout, stderr) =>
      done({ output: stdout + stderr, failed: error !== null }),
    ),
  );
  const problems = [];
  for (const text of output.split('\n')) {
    const [, file, line, message] = /^(.+?)\((\d+),\d+\): error (.+)$/.exec(text) ?? [];
    if (file) problems.push({ file: relative('.', file), line: Number(line), message });
    else if (/^\s+\S/.test(text) && problems.length > 0) problems.at(-1).message += `\n${text}`;
  }
  if (failed && problems.length === 0) throw new Error(`The compiler failed: ${output.trim()}`);
  return problems;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
  const version = /^--typescript=(.+)$/.exec(process.argv[2] ?? '')?.[1];
  const problems = await checkTypes(version && ['npx', '--yes', '--package', `typescript@${version}`, 'tsc']);
  for (const { file, line, message } of problems) console.error(`${file}:${line}: ${message}`);
  console.log(`${problems.length} problems`);
  if (problems.length > 0) process.exitCode = 1;
}
