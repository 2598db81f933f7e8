import { expect } from '@esm-bundle/chai';
import { clearPage } from '../helpers/page.ts';
import { appOf, describeWith, serverURL } from './server.ts';

const url = await serverURL();
const proxy = await serverURL('?proxy');

/** Breaks all connections through the proxy. */
const drop = () => serverURL('?proxy&drop');

describeWith(url, 'a lost connection to a Gradio server', () => {
  afterEach(clearPage);

  it('is told with what had come before it, and the next run connects again', async () => {
    const app = await appOf(proxy!, '/count', { inputs: 'number', outputs: 'number' });
    let last = 0;
    let error: Error | undefined;
    try {
      for await (const message of app.submit('call', [200])) {
        if (message.type !== 'data') continue;
        [last] = message.data as [number];
        if (last === 3) void drop();
      }
    } catch (thrown) {
      error = thrown as Error;
    }
    expect(last).to.be.within(3, 199);
    expect(error?.message).to.match(/^The connection to .* was lost after \d+ values$/);
    expect(await app.predict('call', [2])).to.deep.equal([2]);
  });
});
