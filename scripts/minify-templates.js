/** A Vite plugin: takes the white space and comments out of the library's css and html templates. */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id)) return undefined;
      return { code: code.replace(/\b(css|html|svg)`((?:[^`\\]|\\.)*)`/g, minified), map: null };
    },
  };
}

/** A template with a template inside ends at the wrong place for the pattern, so it is left as it is. */
function minified(whole, tag, text) {
  if (text.split('${').length !== text.split('}').length && tag !== 'css') return whole;
  const parts = text.split(/(\$\{[^{}`]*\})/);
  if (parts.some((part, i) => i % 2 === 0 && part.includes('${'))) return whole;
  const shorter = tag === 'css' ? shorterCss : (part) => part.replace(/\s*\n\s*/g, '\n');
  return `${tag}\`${parts.map((part, i) => (i % 2 ? part : shorter(part))).join('')}\``;
}

function shorterCss(text) {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replace(/;}/g, '}');
}
