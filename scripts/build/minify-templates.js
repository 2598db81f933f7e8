/** A Vite plugin: takes the white space and comments out of the library's css and html templates. */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !/\b(css|html|svg)`/.test(code)) return undefined;
      const texts = [];
      collect(this.parse(code, { lang: 'ts' }), texts);
      let shorter = '';
      let at = 0;
      for (const { tag, start, end } of texts.sort((a, b) => a.start - b.start)) {
        shorter += code.slice(at, start) + shorten[tag](code.slice(start, end));
        at = end;
      }
      return { code: shorter + code.slice(at), map: null };
    },
  };
}

/** Where the text of templates stands in the code, without what is put into it. */
function collect(node, texts) {
  if (Array.isArray(node)) for (const each of node) collect(each, texts);
  if (typeof node?.type !== 'string') return;
  if (node.type === 'TaggedTemplateExpression' && node.tag.name in shorten)
    for (const { start, end } of node.quasi.quasis) texts.push({ tag: node.tag.name, start, end });
  for (const each of Object.values(node)) if (each && typeof each === 'object') collect(each, texts);
}

const shorterHtml = (text) => text.replace(/\s*\n\s*/g, '\n');

const shorterCss = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};>]) ?/g, '$1')
    .replace(/([:,(]) | (?=\))/g, '$1')
    .replace(/;}/g, '}');

const shorten = { css: shorterCss, html: shorterHtml, svg: shorterHtml };
