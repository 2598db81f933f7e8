/**
 * Where files of packages lie while the repository is served: the engines' own beside the library, as on a page whose
 * author has put them there; from source, the engines themselves; what demos need beside these.
 */
export const enginePackages = {
  ffmpeg: 'node_modules/@ffmpeg/core/dist/esm/',
  'ffmpeg-mt': 'node_modules/@ffmpeg/core-mt/dist/esm/',
  'onnxruntime-web': 'node_modules/onnxruntime-web/dist/',
};

/** What draws the values of a Plot. A page without these takes them from the CDN: no copy of the library holds them. */
const plotPackages = {
  vega: 'node_modules/vega/build/',
  'vega-lite': 'node_modules/vega-lite/build/',
  plotly: 'node_modules/plotly.js-basic-dist-min/',
};

/** Files of demos that packages ship: models and libraries; scripts/build-site.js puts them there in the site. */
export const packageFiles = {
  'demos/zip_files/fflate.mjs': 'node_modules/fflate/esm/browser.js',
  'demos/voice_activity/silero_vad_v6.onnx': 'node_modules/@ricky0123/vad-web/dist/silero_vad_v6.onnx',
};

/** The path of the file that a request for an engine or a package's model means; other paths as they are. */
export function engineFile(path) {
  const shipped = packageFiles[path.slice(1)];
  if (shipped) return `/${shipped}`;
  const engine = /^\/src\/engines\/([\w/-]+)\.[jt]s$/.exec(path);
  if (engine) return `/workers/engines/${engine[1]}.ts`;
  const [, name, rest] =
    /^\/(?:src|dist)\/(ffmpeg|ffmpeg-mt|onnxruntime-web|vega|vega-lite|plotly)\/(.+)$/.exec(path) ?? [];
  return name ? `/${{ ...enginePackages, ...plotPackages }[name]}${rest}` : path;
}
