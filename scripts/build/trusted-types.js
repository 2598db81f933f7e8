/**
 * Has everything that starts workers or writes markup ask `src/shared/trusted-types.ts`, the libraries in `dist/` too: one
 * policy of one name does for a page under Trusted Types, and none needs to allow styles that stand in markup.
 */
import { resolve } from 'node:path';

const HERE = resolve('src/shared/trusted-types.ts');
/** The engines' scripts as texts: each was built with the policy in it. */
const TEXTS = '/src/bridge/engine-texts.ts';
const MARKUP = resolve('src/components/audio/player/wave-markup.ts');

/** What is changed in which file; a new version of a library that is written otherwise ends the build. */
const CHANGES = [
  {
    file: /lit-html\/lit-html\.js$/,
    from: /\b\w+\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\)/,
    to: 'trustedPolicy()',
    name: 'trustedPolicy',
  },
  {
    file: /wavesurfer\.js\/dist\/wavesurfer\.esm\.js$/,
    from: /return e\.innerHTML=(`[^`]*<style[\s\S]*?<\/div>[^<`]*`),\[t,e\]/,
    to: 'return putMarkup(e,$1),[t,e]',
    name: 'putMarkup',
    home: MARKUP,
  },
  // What Vite makes of `?worker&inline`, with the worker's own script in it as a text.
  {
    file: /\?worker&inline$/,
    from: /\bnew Worker\((?=objURL|"data:text\/javascript;charset=utf-8," \+)/g,
    to: 'new TrustedWorker(',
    name: 'TrustedWorker',
  },
];

/** What starts a worker, anywhere. */
const STARTS = { from: /\bnew Worker\(/g, to: 'new TrustedWorker(', name: 'TrustedWorker' };

export function trustedTypes() {
  return {
    name: 'trusted-types',
    enforce: 'post',
    transform: {
      filter: { code: /\bnew Worker\(|\.innerHTML=|createPolicy/ },
      handler,
    },
  };
}

function handler(code, id) {
  const path = id.replaceAll('\\', '/');
  if (path === HERE.replaceAll('\\', '/') || path.endsWith(TEXTS)) return undefined;
  const change = CHANGES.find(({ file }) => file.test(path));
  if (change && code.search(change.from) < 0)
    this.error(`${path} is not as scripts/build/trusted-types.js knows it`);
  const { from, to, name, home = HERE } = change ?? STARTS;
  const changed = code.replace(from, to).replace(/([\w.]+)\.innerHTML=""/g, '$1.replaceChildren()');
  if (changed === code) return undefined;
  const door = changed.includes(name) ? `import { ${name} } from ${JSON.stringify(home)};\n` : '';
  return { code: door + changed, map: null };
}
