/** Bundlers: a page of one script, whose handlers are inline functions that use each engine. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

const HTML = (script) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Engines</title><link rel="icon" href="data:,"></head>
<body><script type="module" src="${script}"></script></body></html>
`;

const MAIN = `import * as rv from 'rivulet';

rv.configure({ assets: '/vendor/' });

async function video(_, ctx) {
  const clip = await ctx.clip({ fps: 10 });
  for (let at = 0; at < 3; at++) await clip.add(new ImageData(new Uint8ClampedArray(64 * 48 * 4).fill(60 * at), 64, 48));
  let frames = 0;
  for await (const frame of ctx.frames(await clip.end())) frames += frame ? 1 : 0;
  return frames;
}
async function onnx(_, ctx) {
  const session = await ctx.onnx('/sobel.onnx');
  return session.inputNames.length;
}
async function ffmpeg(_, ctx) {
  const core = await ctx.ffmpeg();
  return core.exec(['-version']);
}

globalThis.engines = async () => {
  const results = {};
  for (const [name, fn] of Object.entries({ video, onnx, ffmpeg })) {
    const app = new rv.Interface({ fn, inputs: 'number', outputs: 'number', apiName: 'run' });
    app.mount();
    results[name] = await app.predict('run', [1]).then(([value]) => value, (error) => error.name + ': ' + error.message);
  }
  return results;
};
`;

/** The engines as they lie in the package, for bundlers that leave them out. */
const copied = ({ site, dist }) =>
  cp(join(dist, 'engines'), join(site, 'vendor/engines'), { recursive: true });

export const bundlers = {
  vite: {
    engines: true,
    npm: ['vite@8'],
    files: { 'index.html': HTML('/main.js'), 'main.js': MAIN },
    build: [['vite', 'build']],
    site: 'dist',
  },
  webpack: {
    engines: true,
    npm: ['webpack@5', 'webpack-cli@6'],
    files: {
      'src/index.js': MAIN,
      'public/index.html': HTML('/main.js'),
      'webpack.config.js': `module.exports = { mode: 'production', output: { publicPath: '/' } };`,
    },
    build: [['webpack'], ['cp', 'public/index.html', 'dist/index.html']],
    site: 'dist',
  },
  esbuild: {
    engines: true,
    npm: ['esbuild@0.28'],
    files: { 'main.js': MAIN, 'index.html': HTML('/main.js') },
    build: [
      ['esbuild', 'main.js', '--bundle', '--splitting', '--format=esm', '--minify', '--outdir=out'],
      ['cp', 'index.html', 'out/index.html'],
    ],
    site: 'out',
    after: copied,
  },
  rollup: {
    engines: true,
    npm: ['rollup@4', '@rollup/plugin-node-resolve@16'],
    files: {
      'main.js': MAIN,
      'index.html': HTML('/main.js'),
      'rollup.config.mjs': `import resolve from '@rollup/plugin-node-resolve';
export default { input: 'main.js', output: { dir: 'out', format: 'es' }, plugins: [resolve({ browser: true })] };`,
    },
    build: [
      ['rollup', '-c'],
      ['cp', 'index.html', 'out/index.html'],
    ],
    site: 'out',
    after: copied,
  },
  parcel: {
    engines: true,
    npm: ['parcel@2'],
    files: { 'main.js': MAIN, 'index.html': HTML('./main.js') },
    build: [['parcel', 'build', 'index.html', '--no-cache', '--no-source-maps']],
    site: 'dist',
  },
};
