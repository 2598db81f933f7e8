import { type Plugin, type UserConfig, defineConfig } from 'vite';
import { asciiOnly } from './scripts/build/ascii-only.js';
import { engineTexts } from './scripts/build/engine-texts.js';
import { forServers } from './scripts/build/for-servers.js';
import { minifyTemplates } from './scripts/build/minify-templates.js';
import { trustedTypes } from './scripts/build/trusted-types.js';

const classicURL = "var __rivuletURL = globalThis.document?.currentScript?.src.replace(/[^/]*$/, 'chunks/');";

/** The first line of the entry. */
const HOW_TO_LOAD =
  '/*! Rivulet is a module: <script type="module" src="rivulet.js">, with its folder chunks/ beside it. A page that is opened as a file, or knows no modules, takes <script src="rivulet.standalone.js">. */\n';

/**
 * What lies in one chunk of `rivulet.js`. All that a page loads at once does, however much of it later chunks share:
 * they must not import the entry itself, which behind a redirect or a `?query` would be loaded a second time. And what
 * others share does, piece by piece so small that asking for each would take longer than to have them all: one chunk for
 * what speaks with workers, and some for media.
 */
const groups = [
  { name: 'core', tags: ['$initial' as const], priority: 2 },
  { name: 'bridge', test: /src[\\/]bridge[\\/]|comlink|wire-error|rolldown[\\/]runtime/, minShareCount: 2 },
  { name: 'icons', test: /[\\/]media-icons\./, priority: 1 },
  {
    name: 'editor',
    test: /@codemirror[\\/](state|view|language|commands)|@lezer[\\/](common|highlight|lr)|style-mod|crelt|w3c-keyname/,
    minShareCount: 2,
  },
  { name: 'image', test: /src[\\/]components[\\/](image|media-frame|webcam)[\\/]/, minShareCount: 2 },
  {
    name: 'media',
    test: /src[\\/](media|components[\\/](audio|player|video)|shared[\\/]values[\\/]wav-file\.ts$)/,
    minShareCount: 2,
  },
];

/** The scripts of dist/, one build each, chosen by `--mode`: parts shared between them are in each of them. */
const scripts: Record<string, UserConfig> = {
  // What a script tag names and what `import 'rivulet'` gives; chunks that are loaded later lie beside it.
  rivulet: script('src/index.ts', 'es', 'rivulet.js'),
  // What `import 'rivulet'` gives on a server.
  node: script('src/index.ts', 'es', 'rivulet.node.js'),
  // `rivulet/worker`, for workers of a user's bundler.
  worker: script('workers/serve.ts', 'es', 'worker.js'),
  // `rivulet/testing`: cameras, microphones and a hand for tests; knows nothing of the library's own classes.
  testing: script('src/testing/index.ts', 'es', 'testing.js'),
  // The library's own worker as a file, for pages whose policy forbids blob workers.
  'handler-worker': script('workers/handler.ts', 'iife', 'handler-worker.js'),
  // One classic script with everything in it, for file:// and pages without modules.
  standalone: script('src/index.ts', 'iife', 'rivulet.standalone.js'),
  // What a handler asks for, loaded by its worker: one module each.
  ...Object.fromEntries(
    ['ffmpeg', 'gradio', 'onnx', 'video'].map((name) => [
      `engine-${name}`,
      script(`workers/engines/${name}.ts`, 'es', `engines/${name}.js`),
    ]),
  ),
  // The thread of ffmpeg as a file, for pages whose policy forbids workers from blobs.
  'ffmpeg-thread': script('workers/engines/ffmpeg/thread/thread.ts', 'iife', 'engines/ffmpeg/thread.js'),
};

export default defineConfig(({ mode }) => scripts[mode] ?? {});

function script(entry: string, format: 'es' | 'iife', file: string): UserConfig {
  return {
    base: './',
    publicDir: false,
    logLevel: 'warn',
    worker: {
      format: 'iife',
      plugins: () => [trustedTypes()],
      rolldownOptions: { checks: { pluginTimings: false } },
    },
    // A classic script has no import.meta: its URL is noted while it runs (see `intro`).
    define: {
      'process.env.NODE_ENV': '"production"',
      ...(format === 'iife' && { 'import.meta.url': '__rivuletURL', 'import.meta.resolve': 'undefined' }),
    },
    // The root tsconfig names no files of its own, so that Vite would not find its compiler options.
    oxc: {
      decorator: { legacy: true },
      assumptions: { setPublicClassFields: true },
      typescript: { removeClassFieldsWithoutInitializer: true },
    },
    // Nor does it know where it lies when a later part of it runs.
    ...(format === 'iife' && { experimental: { renderBuiltUrl } }),
    plugins: [
      minifyTemplates(),
      ownWorkerOnly(),
      seenByBundlers(),
      ...(file === 'rivulet.node.js' ? [] : [trustedTypes()]),
      ...(file === 'rivulet.standalone.js' ? [engineTexts(), asciiOnly()] : []),
      ...(file === 'rivulet.node.js' ? [forServers()] : []),
      ...(file === 'worker.js' ? [builtEngines()] : []),
    ],
    build: {
      target: 'es2022',
      outDir: 'dist',
      emptyOutDir: false,
      reportCompressedSize: false,
      lib: { entry, formats: [format], name: 'rivulet', fileName: () => file },
      rolldownOptions: {
        checks: { pluginTimings: false },
        // Icons that nobody draws are left out.
        treeshake: { manualPureFunctions: ['icon', 'svg'] },
        output: {
          chunkFileNames: ({ facadeModuleId }) =>
            /words[\\/]languages[\\/]/.test(facadeModuleId ?? '')
              ? 'words/[name].js'
              : 'chunks/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
          // Vite keeps the white space of ES libraries; a script that is loaded as it is has no use for it.
          minify: true,
          ...(file === 'rivulet.js' && { codeSplitting: { groups } }),
          // What somebody reads who follows the browser's complaint: nothing of ours runs then.
          ...(file === 'rivulet.js' && { postBanner: (chunk) => (chunk.isEntry ? HOW_TO_LOAD : '') }),
          // Code in chunks lies one folder below the entry; the classic script, which has none, says the same of itself.
          intro: format === 'iife' ? classicURL : '',
        },
      },
    },
  };
}

/** Where a file of dist/ lies, for the classic script: as its chunks would, beside it. */
function renderBuiltUrl(file: string): { runtime: string } {
  return { runtime: `new URL(${JSON.stringify(`../${file}`)}, __rivuletURL || document.baseURI).href` };
}

/** The class of `@ffmpeg/ffmpeg` names a worker of its own, which would be built beside ours and never be started. */
function ownWorkerOnly(): Plugin {
  return {
    name: 'own-worker-only',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('@ffmpeg/ffmpeg/dist/esm/classes.js')) return undefined;
      return {
        code: code
          .replace(/new Worker\(new URL\("\.\/worker\.js"[^}]*\}\)/, 'null')
          .replace(/new URL\(classWorkerURL, import\.meta\.url\)/, 'classWorkerURL'),
        map: null,
      };
    },
  };
}

/** What a user's bundler takes along: it sees URLs that are written out, in quotes, without what kept this build from them. */
function seenByBundlers(): Plugin {
  return {
    name: 'seen-by-bundlers',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk')
          chunk.code = chunk.code.replace(
            /new URL\(\s*(?:\/\* @vite-ignore \*\/)?\s*`(\.[^`$]+)`,\s*import\.meta\.url\)/g,
            'new URL("$1",import.meta.url)',
          );
    },
  };
}

/** For a user's bundler an engine is the script that lies in dist/ anyway, not a second copy of it. */
function builtEngines(): Plugin {
  return {
    name: 'built-engines',
    enforce: 'pre',
    resolveId: (id) =>
      /^\.\/engines\/\w+\.ts$/.test(id) ? { id: id.replace('.ts', '.js'), external: true } : undefined,
  };
}
