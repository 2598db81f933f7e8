import { expect } from '@esm-bundle/chai';
import { clearPage } from '../helpers/page.ts';
import { appOf, serverURL } from './server.ts';

const url = await serverURL('?name=lost');

(url ? describe : describe.skip)('a lost connection to a Gradio server', () => {
  afterEach(clearPage);
  const port = url && new URL(url).port;

  it('is told with what had come before it', async () => {
    const app = await appOf(url!, '/endless', { outputs: 'number' });
    let last: unknown;
    let error: Error | undefined;
    try {
      for await (const message of app.submit('call', [])) {
        if (message.type !== 'data') continue;
        [last] = message.data as unknown[];
        if (last === 3) await serverURL(`?name=lost&port=${port}&stop`);
      }
    } catch (thrown) {
      error = thrown as Error;
    }
    expect(last).to.be.at.least(3);
    expect(error?.message).to.match(/^The connection to .* was lost after \d+ values$/);
  });

  it('loses no result: what had given nothing is run again when the server is back', async () => {
    const app = await appOf(url!, '/late', { outputs: 'textbox' });
    const result = app.predict('call', []);
    const begun = await appOf(url!, '/begun', { outputs: 'number' });
    while ((await begun.predict('call', []))[0] !== 1);
    void serverURL(`?name=lost&port=${port}&stop`);
    expect(await result).to.deep.equal(['here']);
  });
});
