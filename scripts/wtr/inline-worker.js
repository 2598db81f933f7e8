/** Gives `x.ts?worker&inline` the meaning that Vite gives it: a class that starts the bundled worker from a blob. */
import { build } from 'esbuild';

export function inlineWorker() {
  return {
    name: 'inline-worker',
    async serve(context) {
      if (!('worker' in context.query && 'inline' in context.query)) return undefined;
      const { outputFiles } = await build({
        entryPoints: [`.${context.path}`],
        bundle: true,
        write: false,
        format: 'iife',
        target: 'es2022',
        tsconfig: 'tsconfig.json',
        logLevel: 'silent',
      });
      const source = JSON.stringify(outputFiles[0].text);
      const body = `const source = ${source};
export default class extends Worker {
  constructor(options) {
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    super(url, options);
    URL.revokeObjectURL(url);
  }
}`;
      return { type: 'js', body };
    },
  };
}
