/** Serves what packages leave out for browsers (`"./node.js": false` in their manifest) as a module without exports. */
export function emptyModules() {
  return {
    name: 'empty-modules',
    serve: ({ path }) =>
      path.endsWith('/node-resolve:empty.js') ? { type: 'js', body: 'export {};' } : undefined,
  };
}
