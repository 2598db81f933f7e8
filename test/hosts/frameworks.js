/** Frameworks: an app of two views with the same three widgets, built by Vite. */

const INDEX = (script, tags = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>App</title><link rel="icon" href="data:,">${tags}
<link rel="stylesheet" href="/rivulet/rivulet.css"><style>html.dark body { background: #111; color: #eee } body { font: 1rem/1.5 sans-serif }</style></head>
<body><div id="root"></div><script type="module" src="${script}"></script></body></html>
`;

const HANDLERS = `export function calculator(a, operation, b) {
  return operation === 'add' ? a + b : a * b;
}
export async function* count(to) {
  for (let i = 0; i <= to; i++) {
    yield i;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
export function flip(frame) {
  return frame;
}
`;

/** The widgets, with their handlers given as each framework gives properties. */
const widgets = (prop) => `<riv-interface id="calc" live="" ${prop('fn', 'calculator')}>
  <riv-number slot="input" label="a" value="4"></riv-number>
  <riv-radio slot="input" label="operation" choices="add,multiply" value="add"></riv-radio>
  <riv-number slot="input" label="b" value="3"></riv-number>
  <riv-number slot="output" label="result"></riv-number>
</riv-interface>
<riv-interface id="count" ${prop('fn', 'count')}>
  <riv-slider slot="input" label="to" value="1000" maximum="2000"></riv-slider>
  <riv-number slot="output" label="count"></riv-number>
</riv-interface>
<riv-interface id="flip" live="" stream-every="0.1" ${prop('fn', 'flip')}>
  <riv-image slot="input" label="camera" sources="webcam" streaming=""></riv-image>
  <riv-image slot="output" label="flipped" streaming=""></riv-image>
</riv-interface>`;

const braces = (name, value) => `${name}={${value}}`;
const OTHER = '/other';

/** Two views, one for each path. */
const jsxViews = (view, prop) => `<>
  <a href="/widgets" onClick={go}>The widgets</a> <a href="${OTHER}" onClick={go}>The other</a>
  {${view} === '${OTHER}' ? <p>Some words.</p> : <div>${widgets(prop)}</div>}
</>`;

const GO = `event.preventDefault(); history.pushState(null, '', event.currentTarget.pathname); setView(location.pathname);`;

const common = {
  build: [
    ['vite', 'build'],
    ['cp', 'dist/index.html', 'dist/widgets.html'],
    ['cp', 'dist/index.html', 'dist/other.html'],
  ],
  site: 'dist',
  pages: ['/widgets', OTHER],
  clientSide: true,
  dark: () => document.documentElement.classList.add('dark'),
};

const jsxFiles = (imports, useState, render, config, view = 'view', prop = braces) => ({
  'index.html': INDEX('/main.jsx'),
  'handlers.js': HANDLERS,
  'vite.config.js': config,
  'main.jsx': `import 'rivulet';
import { calculator, count, flip } from './handlers.js';
${imports}
function App() {
  const [view, setView] = ${useState}(location.pathname);
  const go = (event) => { ${GO} };
  return ${jsxViews(view, prop)};
}
${render}
`,
});

export const frameworks = {
  react: {
    ...common,
    npm: ['vite@8', '@vitejs/plugin-react@6', 'react@19', 'react-dom@19'],
    files: jsxFiles(
      "import { useState } from 'react';\nimport { createRoot } from 'react-dom/client';",
      'useState',
      "createRoot(document.getElementById('root')).render(<App />);",
      "import react from '@vitejs/plugin-react';\nexport default { plugins: [react()] };",
    ),
  },
  preact: {
    ...common,
    npm: ['vite@8', 'preact@10'],
    files: jsxFiles(
      "import { render } from 'preact';\nimport { useState } from 'preact/hooks';",
      'useState',
      "render(<App />, document.getElementById('root'));",
      "export default { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } };",
    ),
  },
  solid: {
    ...common,
    npm: ['vite@7', 'solid-js@1', 'vite-plugin-solid@2'],
    files: jsxFiles(
      "import { createSignal } from 'solid-js';\nimport { render } from 'solid-js/web';",
      'createSignal',
      "render(() => <App />, document.getElementById('root'));",
      "import solid from 'vite-plugin-solid';\nexport default { plugins: [solid()] };",
      'view()',
      (name, value) => `prop:${name}={${value}}`,
    ),
  },
  vue: {
    ...common,
    npm: ['vite@8', 'vue@3', '@vitejs/plugin-vue@6'],
    files: {
      'index.html': INDEX('/main.js'),
      'handlers.js': HANDLERS,
      'vite.config.js': `import vue from '@vitejs/plugin-vue';
export default { plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('riv-') } } })] };`,
      'main.js':
        "import 'rivulet';\nimport { createApp } from 'vue';\nimport App from './App.vue';\ncreateApp(App).mount('#root');\n",
      'App.vue': `<script setup>
import { ref } from 'vue';
import { calculator, count, flip } from './handlers.js';
const view = ref(location.pathname);
const setView = (path) => { view.value = path; };
const go = (event) => { ${GO} };
</script>
<template>
  <a href="/widgets" @click="go">The widgets</a> <a href="${OTHER}" @click="go">The other</a>
  <p v-if="view === '${OTHER}'">Some words.</p>
  <div v-else>${widgets((name, value) => `:${name}="${value}"`)}</div>
</template>
`,
    },
  },
  svelte: {
    ...common,
    npm: ['vite@8', 'svelte@5', '@sveltejs/vite-plugin-svelte@7'],
    files: {
      'index.html': INDEX('/main.js'),
      'handlers.js': HANDLERS,
      'vite.config.js':
        "import { svelte } from '@sveltejs/vite-plugin-svelte';\nexport default { plugins: [svelte()] };",
      'main.js':
        "import 'rivulet';\nimport { mount } from 'svelte';\nimport App from './App.svelte';\nmount(App, { target: document.getElementById('root') });\n",
      'App.svelte': `<script>
  import { calculator, count, flip } from './handlers.js';
  let view = $state(location.pathname);
  const setView = (path) => { view = path; };
  const go = (event) => { ${GO} };
</script>
<a href="/widgets" onclick={go}>The widgets</a> <a href="${OTHER}" onclick={go}>The other</a>
{#if view === '${OTHER}'}<p>Some words.</p>{:else}<div>${widgets(braces)}</div>{/if}
`,
    },
  },
};
