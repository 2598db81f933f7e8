/**
 * Gives `x.ts?worker&inline` the meaning that Vite gives it, a class that starts the bundled worker from a blob; and
 * `x.ts?worker&url`, the URL of its script.
 */
import { resolve } from 'node:path';
import { build } from 'esbuild';

export function inlineWorker() {
  return {
    name: 'inline-worker',
    async serve(context) {
      if (!('worker' in context.query)) return undefined;
      if ('url' in context.query)
        return { type: 'js', body: `export default new URL('${context.path}', import.meta.url).href;` };
      if (!('inline' in context.query)) return undefined;
      return { type: 'js', body: await workerClass(`.${context.path}`) };
    },
  };
}

/** Workers start workers, too. */
const inner = {
  name: 'inline-worker',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?worker&inline$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.replace(/\?.*/, '')),
      namespace: 'inline-worker',
    }));
    onLoad({ filter: /./, namespace: 'inline-worker' }, async ({ path }) => ({
      contents: await workerClass(path),
    }));
  },
};

async function workerClass(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    tsconfig: 'tsconfig.json',
    logLevel: 'silent',
    plugins: [inner],
  });
  const source = JSON.stringify(outputFiles[0].text);
  return `const source = ${source};
export default class extends Worker {
  constructor(options) {
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    super(url, options);
    URL.revokeObjectURL(url);
  }
}`;
}
