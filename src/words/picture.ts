/** @file Words: what is drawn, and what lies over pictures. */

import { COMMON } from './common.ts';
import { sayer } from './say.ts';

/** In English. */
export const PICTURE = {
  drawHere: 'Draw here',
  drawHow: '{name}: draw here with a mouse, a pen or a finger',
  brushSize: 'Brush size',
  brushColour: 'Brush colour',
  brush: 'Brush',
  eraser: 'Eraser',
  crop: 'Crop',
  size: 'Size',
  colours: 'Colours',
  colour: 'Colour {name}',
  anotherColour: 'Another colour',
  openPicture: 'Open a picture',
  redo: 'Redo',
  layers: 'Layers',
  layer: 'Layer {number}',
  showLayer: 'Show layer {number}',
  removeLayer: 'Remove layer {number}',
  addLayer: 'Add a layer',
  drawn: '{name}: what is drawn',
  noPicture: '{name} is no picture',
  drawingUnread: 'What is drawn cannot be read: {why}',
  foreignPicture: 'A picture from another site cannot be drawn upon.',
  before: 'Before',
  after: 'After',
  shareBefore: '{name}: share of the picture before',
  percentBefore: '{share} percent before',
  noLabels: 'No annotations',
  labelsHere: 'The labels will be here',
  labels: 'Labels',
  noLabel: 'No label',
  withLabels: '{name}, with {labels}',
} as const;

/** Says words: what is drawn, and what lies over pictures; and those that several parts share. */
export const say = sayer({ ...COMMON, ...PICTURE });
