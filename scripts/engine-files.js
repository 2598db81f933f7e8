/**
 * Where the engines' own files lie while the repository is served: beside the library, as on a page whose author has put
 * them there, and from source, the engines themselves.
 */
export const enginePackages = {
  ffmpeg: 'node_modules/@ffmpeg/core/dist/esm/',
  'ffmpeg-mt': 'node_modules/@ffmpeg/core-mt/dist/esm/',
  'onnxruntime-web': 'node_modules/onnxruntime-web/dist/',
};

/** The path of the file that a request for an engine means; other paths as they are. */
export function engineFile(path) {
  const engine = /^\/src\/engines\/([\w/-]+)\.[jt]s$/.exec(path);
  if (engine) return `/workers/engines/${engine[1]}.ts`;
  const [, name, rest] = /^\/(?:src|dist)\/(ffmpeg|ffmpeg-mt|onnxruntime-web)\/(.+)$/.exec(path) ?? [];
  return name ? `/${enginePackages[name]}${rest}` : path;
}
