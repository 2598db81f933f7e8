/** @file Finds the files of engines, for workers that start from now on. */

import type { EngineName, EnginePlaces, EngineScript } from '../shared/engines.ts';
import { configured } from './configure.ts';
import { engineTexts } from './engine-texts.ts';
import { versions } from './versions.ts';

// The build puts this file into chunks/, one folder below the entry, as it is here below src/.
const here: string | undefined = import.meta.url;

/** Finds the engines for workers that start from now on; docs/guide/hosting.md says where they may lie. */
export function enginePlaces(): EnginePlaces {
  // A classic script that was pasted into its page does not know where it came from.
  const home = new URL('../', here || document.baseURI).href;
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
      ffmpeg: script('ffmpeg', home),
      gradio: script('gradio', home),
      onnx: script('onnx', home),
      video: script('video', home),
    },
    folders: {
      ffmpeg: folders('ffmpeg', 'dist/esm/', cdn('@ffmpeg/core')),
      'ffmpeg-mt': folders('ffmpeg-mt', 'dist/esm/', cdn('@ffmpeg/core-mt')),
      'onnxruntime-web': folders('onnxruntime-web', 'dist/', cdn('onnxruntime-web')),
    },
  };
}

function script(name: EngineName, home: string): EngineScript {
  const text = engineTexts[name];
  return text === undefined ? { url: `${home}engines/${name}.js` } : { text };
}
