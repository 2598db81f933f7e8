/** @file `rv.load`: the Interface that an endpoint of a Gradio server describes. */

import type { GradioOptions } from '../../bridge/server/gradio.ts';
import { lazy } from '../../page/lazy.ts';
import type { RivInterface } from '../interface/interface.ts';

/**
 * Makes the whole Interface of an endpoint from what its app says of it: components with their labels and limits, texts,
 * examples. Its runs go to the server.
 *
 * @param source - `owner/space` on Hugging Face, or the URL of any Gradio app.
 * @param api - The endpoint, such as `/predict`. It may be left out where there is only one.
 * @returns the Interface, which is to be mounted.
 * @throws {HandlerError} when the server cannot be reached, has no such endpoint, or one that no page can show
 */
export async function load(
  source: string | URL,
  api?: string,
  options?: GradioOptions,
): Promise<RivInterface> {
  const { interfaceOf } = await lazy(() => import('./interface-of.ts'));
  return interfaceOf(source, api, options);
}
