/** @file `ctx.image`: tools for before and after a model. */

import { iou, nonMaximumSuppression, softmax, topK } from './detections.ts';
import { fromTensor } from '../picture/from-tensor.ts';
import { toTensor } from '../picture/to-tensor.ts';

/** `ctx.image`: what comes before and after a model. All of it is synchronous, and needs no model to be loaded. */
export const imageTools = { toTensor, fromTensor, softmax, topK, iou, nonMaximumSuppression } as const;
