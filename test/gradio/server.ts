import { gradio } from '../../src/index.ts';
import type { RivInterface } from '../../src/app/interface/interface.ts';
import { Interface } from '../../src/index.ts';

/** The URL of a real server; nothing when it cannot be had, which the test server tells once. */
export async function serverURL(query = ''): Promise<string | undefined> {
  const answer = await fetch(`/__gradio.json${query}`);
  return ((await answer.json()) as { url?: string }).url;
}

/** Defines tests of a server. Without one they are not defined, which the test server tells. */
export function describeWith(
  url: string | undefined,
  title: string,
  tests: (this: Mocha.Suite) => void,
): void {
  if (url) describe(title, tests);
}

/** What an Interface of one endpoint is made of. */
export type Parts = ConstructorParameters<typeof Interface>[0];

/** Puts an Interface of one endpoint into the page. */
export async function appOf(url: string, api: string, parts: object): Promise<RivInterface> {
  const app = new Interface({ ...parts, fn: gradio(url, api), apiName: 'call' } as never) as RivInterface;
  document.body.append(app);
  await app.ready;
  return app;
}
