/** Makes an HTML page of a Markdown file of docs/. */
import { readFile, readdir } from 'node:fs/promises';
import { basename, posix } from 'node:path';
import { isWhole, sampleName, samplesOf } from './samples.js';

/**
 * @param {string} path the Markdown file, relative to the repository's root, with slashes: `docs/guide.md`.
 * @returns {Promise<string>} the page; links to other Markdown files of docs/ lead to their pages.
 */
export async function docsPage(path) {
  const { Marked } = await import('marked');
  const markdown = await readFile(path, 'utf8');
  const title = /^#\s+(.+)$/m.exec(markdown)?.[1] ?? basename(path, '.md');
  const root = posix.relative(posix.dirname(path), '.') || '.';
  const samples = path.startsWith('docs/guide/') ? await samplesOf(path) : [];
  const marked = new Marked({
    gfm: true,
    walkTokens(token) {
      if (token.type === 'link' && /^(?![a-z]+:)[^#]*\.md(#|$)/.test(token.href)) {
        token.href = token.href.replace(/(^|\/)README\.md/, '$1index.md').replace(/\.md(#|$)/, '.html$1');
      }
    },
    renderer: {
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${slug(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      code(token) {
        const code = Object.getPrototypeOf(this).code.call(this, token);
        const at = samples.findIndex(
          (sample) => isWhole(sample) && sample.code.trimEnd() === token.text.trimEnd(),
        );
        if (at < 0) return code;
        const href = `${root}/playground/index.html?open=${sampleName(path, at)}`;
        return `${code}<p class="try"><a href="${href}">Open in playground</a></p>\n`;
      },
      table(token) {
        const table = Object.getPrototypeOf(this).table.call(this, token);
        return `<div class="table" tabindex="0" role="group" aria-label="Table">${table}</div>\n`;
      },
    },
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} · Rivulet</title>
<link rel="icon" href="${root}/demos/icon.svg">
<style>${style}</style>
</head>
<body>
<nav><a href="${root}/index.html">Rivulet</a> · <a href="${root}/docs/index.html">Docs</a></nav>
<main>
${await marked.parse(markdown)}</main>
</body>
</html>
`;
}

/** All Markdown files of docs/, relative to the root; none when there is no such folder. */
export async function docsFiles() {
  const entries = await readdir('docs', { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => posix.join((entry.parentPath ?? entry.path).replaceAll('\\', '/'), entry.name))
    .sort();
}

/** Where the page of a Markdown file goes: README.md is the index of its folder. */
export const pageOf = (path) => path.replace(/README\.md$/, 'index.md').replace(/\.md$/, '.html');

/** GitHub's way to name headings. */
const slug = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const style = `
:root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 46rem; padding: 1rem; overflow-wrap: break-word; }
nav { padding-block: .5rem; border-bottom: 1px solid #8884; }
a { color: light-dark(#0b57d0, #8ab4f8); }
h1, h2, h3 { line-height: 1.25; }
code { font: .9em ui-monospace, monospace; background: #8882; padding: .1em .3em; border-radius: .2em; }
pre { background: #8881; padding: .75rem 1rem; overflow-x: auto; border-radius: .4rem; }
pre code { background: none; padding: 0; }
.try { margin-top: -.5rem; font-size: .875rem; }
.table { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border: 1px solid #8884; padding: .3rem .6rem; text-align: start; vertical-align: top; }
img, video { max-width: 100%; }
`;
