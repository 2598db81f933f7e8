/** @file The types of model-viewer's own bundle, which has none: it is imported for what it registers. */

declare module '@google/model-viewer/dist/model-viewer.min.js';
