/** @file The versions of engines that this build was made with. */

/** The versions that this build was made with: pages that host no files of their own get exactly these. */
export const versions = {
  '@ffmpeg/core': '0.12.10',
  '@ffmpeg/core-mt': '0.12.10',
  'onnxruntime-web': '1.30.0',
  'plotly.js-basic-dist-min': '4.1.1',
  vega: '6.4.0',
  'vega-lite': '6.4.3',
} as const;
