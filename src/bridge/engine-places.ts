/** @file Finds the files of engines, for workers that start from now on. */

import type { EngineName, EnginePlaces, EngineScript } from '../shared/engines.ts';
import { configured } from './configure.ts';
import { engineTexts } from './engine-texts.ts';
import { versions } from './versions.ts';

// The build puts this file into chunks/, one folder below the entry, as it is here below src/. Bundlers take the files
// along, and give them other names, where each is written out so. A classic script may not know where it came from.
const own: Record<EngineName, () => URL> = {
  ffmpeg: () => new URL(/* @vite-ignore */ '../engines/ffmpeg.js', import.meta.url),
  gradio: () => new URL(/* @vite-ignore */ '../engines/gradio.js', import.meta.url),
  onnx: () => new URL(/* @vite-ignore */ '../engines/onnx.js', import.meta.url),
  video: () => new URL(/* @vite-ignore */ '../engines/video.js', import.meta.url),
};

/** Finds the engines for workers that start from now on; docs/guide/hosting.md says where they may lie. */
export function enginePlaces(): EnginePlaces {
  const home = new URL('../', urlOf('ffmpeg')).href;
  const { assets } = configured();
  const base = assets && new URL(assets.replace(/\/?$/, '/'), document.baseURI).href;
  const cdn = (name: keyof typeof versions) => `https://cdn.jsdelivr.net/npm/${name}@${versions[name]}/`;
  // A package's files may lie in the folder as they are, or as the whole package.
  const folders = (name: string, inner: string, cdnURL: string) => {
    const near = `${base || home}${name}/`;
    return base ? [near, near + inner] : [near, near + inner, cdnURL + inner];
  };
  return {
    base: document.baseURI,
    scripts: {
      ffmpeg: script('ffmpeg', base),
      gradio: script('gradio', base),
      onnx: script('onnx', base),
      video: script('video', base),
    },
    folders: {
      ffmpeg: folders('ffmpeg', 'dist/esm/', cdn('@ffmpeg/core')),
      'ffmpeg-mt': folders('ffmpeg-mt', 'dist/esm/', cdn('@ffmpeg/core-mt')),
      'onnxruntime-web': folders('onnxruntime-web', 'dist/', cdn('onnxruntime-web')),
      vega: folders('vega', 'build/', cdn('vega')),
      'vega-lite': folders('vega-lite', 'build/', cdn('vega-lite')),
      plotly: folders('plotly', '', cdn('plotly.js-basic-dist-min')),
    },
  };
}

function script(name: EngineName, base: string | undefined): EngineScript {
  const text = engineTexts[name];
  return text === undefined ? { url: urlOf(name), or: base && `${base}engines/${name}.js` } : { text };
}

/** A classic script that was pasted into its page lies where the page does. */
function urlOf(name: EngineName): string {
  try {
    return own[name]().href;
  } catch {
    return new URL(`engines/${name}.js`, document.baseURI).href;
  }
}
