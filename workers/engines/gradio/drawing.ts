/** @file Plots, as Gradio writes them. */

import { HandlerError } from '../../../src/shared/errors.ts';

/** Makes a plot of what the server gave: a specification, a figure, or a picture. @throws {HandlerError} for other kinds */
export async function drawing(payload: { type: string; plot: string } | null): Promise<unknown> {
  if (!payload) return null;
  const { type, plot } = payload;
  if (type === 'matplotlib') return (await fetch(plot)).blob();
  if (type === 'plotly' || type === 'altair') return JSON.parse(plot) as unknown;
  throw new HandlerError(`The server gave a plot of ${type}, expected one of Plotly, Altair or Matplotlib`);
}
