import { iou, nonMaximumSuppression, softmax, topK } from '../shared/detections.ts';
import { fromTensor } from './from-tensor.ts';
import { toTensor } from './to-tensor.ts';

/** `ctx.image`: what comes before and after a model. All of it is synchronous, and needs no model to be loaded. */
export const imageTools = { toTensor, fromTensor, softmax, topK, iou, nonMaximumSuppression } as const;
