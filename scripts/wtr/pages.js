/**
 * What the tests of demos and docs need of the server:
 * `/__folders/demos.json` names the folders in a folder, `/__files/docs.json` the files, all the way down;
 * `?watch` on a page notes what it says on its console, and what it throws, in `globalThis.problems`, and gives it the
 * built library in place of the one on a CDN, unless it is `&offline`;
 * `/__samples/docs/x.md.json` names the code samples of a Markdown file, and `/__samples/docs/x.md/3/` is the page
 * of its fourth one, made by a tool for docs if it is Markdown. Beside it lie the samples before it that name a file: a fence of "js filters.js" is `filters.js`.
 */
import { readdir } from 'node:fs/promises';
import { marked } from 'marked';
import { samplesOf } from '../docs/samples.js';

const WATCH = `<script>
globalThis.problems = [];
for (const level of ['error', 'warn']) {
  const own = console[level];
  console[level] = (...words) => { problems.push(level + ': ' + words.map(String).join(' ')); own.apply(console, words); };
}
const assert = console.assert;
console.assert = (holds, ...words) => { if (!holds) problems.push('assert: ' + words.map(String).join(' ')); assert.call(console, holds, ...words); };
addEventListener('error', ({ message, target }) => {
  const what = message ?? target.src ?? target.href; // an element's own event, of a camera say, has none of these
  if (what) problems.push('thrown: ' + what);
}, true);
addEventListener('unhandledrejection', (event) => problems.push('rejected: ' + event.reason));
</script>`;

export function pages() {
  return {
    name: 'pages',
    async serve({ path }) {
      const [, kind, rest] = /^\/__(folders|files|samples)\/(.+)$/.exec(decodeURIComponent(path)) ?? [];
      if (kind === 'samples') return sample(rest);
      if (!kind) return undefined;
      const entries = await readdir(rest.replace(/\.json$/, ''), {
        withFileTypes: true,
        recursive: kind === 'files',
      });
      const wanted = entries.filter((entry) => entry.isDirectory() === (kind === 'folders'));
      const names = wanted.map((entry) =>
        kind === 'folders' ? entry.name : `${entry.parentPath ?? entry.path}/${entry.name}`,
      );
      return { type: 'json', body: JSON.stringify(names.sort()) };
    },
    transform({ path, querystring, body }) {
      const query = new URLSearchParams(querystring);
      if (!query.has('watch') || !/(\/|\.html)$/.test(path)) return undefined;
      const page = body.replace(/<head>|^/, (head) => head + WATCH);
      return { body: query.has('offline') ? page : here(page) };
    },
  };
}

async function sample(path) {
  const [, file, , index, name] = /^(.+?\.md)(\.json|\/(\d+)\/(.*))$/.exec(path) ?? [];
  if (!file) return undefined;
  const all = await samplesOf(file);
  if (index === undefined) {
    return { type: 'json', body: JSON.stringify(all.map(({ code, ...rest }) => rest)) };
  }
  if (name) {
    const found = all.slice(0, Number(index)).findLast((block) => block.name === name);
    return found && { type: name.split('.').pop(), body: here(found.code) };
  }
  const { language, code } = all[Number(index)];
  return { type: 'html', body: here(await pageOf[language](code)) };
}

/** Names of the package and of a script on a CDN become the built files. */
const here = (code) =>
  code
    .replace(/https:\/\/[\w./@-]*\/rivulet\.(js|css)/g, '/dist/rivulet.$1')
    .replace(/(src="|href="|from ['"])(?:\.\/)?(?:dist\/)?rivulet\.(js|css)/g, '$1/dist/rivulet.$2')
    .replace(
      /(['"])rivulet(?:\/(worker|testing))?\1/g,
      (_, quote, part = 'rivulet') => `${quote}/dist/${part}.js${quote}`,
    );

const head = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sample</title></head>';

const pageOf = { html: whole, js: scripted, md: async (code) => whole(await marked.parse(code)) };

/** A fragment of HTML gets a page around it, and the library where it does not name it. */
function whole(code) {
  if (/<!doctype/i.test(code)) return code;
  const library = /rivulet(\.standalone)?\.js|'rivulet'/.test(code)
    ? ''
    : '<script type="module" src="/dist/rivulet.js"></script>';
  return `${head}<body>${library}${code}</body></html>`;
}

/** A script gets `rv` and a place for its app, where it does not bring them, and says when it is through. */
function scripted(code) {
  const library = /from ['"]/.test(code) ? '' : "import * as rv from 'rivulet';\n";
  return `${head}<body><div id="app"></div><script type="module">${library}${code}\nglobalThis.done = true;</script></body></html>`;
}
