import { expect } from '@esm-bundle/chai';
import '../../src/index.ts';
import { clearPage } from '../helpers/page.ts';
import { appOf, serverURL } from './server.ts';

const url = await serverURL();

(url ? describe : describe.skip)('a handler on a Gradio server', () => {
  afterEach(clearPage);

  it('is called with text and numbers', async () => {
    const app = await appOf(url!, '/greet', { inputs: ['textbox', 'number'], outputs: 'textbox' });
    expect(await app.predict('call', ['Ada', 2])).to.deep.equal(['Hello, Ada!Hello, Ada!']);
  });

  it('shows each value of a generator', async () => {
    const app = await appOf(url!, '/count', { inputs: 'number', outputs: 'number' });
    const seen: unknown[] = [];
    for await (const message of app.submit('call', [4])) if (message.type === 'data') seen.push(message.data);
    expect(seen).to.deep.equal([[1], [2], [3], [4]]);
  });
});
