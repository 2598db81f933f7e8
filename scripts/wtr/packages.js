/**
 * Serves packages as a bundler gives them: in production, and one that knows no ES modules as one with a default export.
 */
export function packages() {
  return {
    name: 'packages',
    transform({ path, body }) {
      if (path.includes('/node_modules/papaparse/'))
        return `const module = { exports: {} }, exports = module.exports;\n${body}\nexport default module.exports;`;
      if (path.includes('/node_modules/@tanstack/'))
        return body.replaceAll('process.env.NODE_ENV', '"production"');
      return undefined;
    },
  };
}
