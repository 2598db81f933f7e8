import { expect } from '@esm-bundle/chai';
import * as rv from '../../src/index.ts';
import { clearPage } from '../helpers/page.ts';
import { until } from '../helpers/wait.ts';

const noteIn = (app: HTMLElement) => app.shadowRoot!.querySelector<HTMLElement>('riv-server-note');
const wordsIn = (app: HTMLElement) => noteIn(app)?.shadowRoot?.textContent ?? '';

describe('an app whose inputs leave the page', () => {
  afterEach(clearPage);

  it('says where they go', async () => {
    const app = new rv.Interface({ fn: 'gradio:someone/space#/predict', inputs: 'text', outputs: 'text' });
    app.mount(document.body);
    await until(() => wordsIn(app).includes('someone/space'), 'the note');
  });

  it('says so too when a script binds the server later, before it can be used', async () => {
    const [button, output] = [new rv.Button({ value: 'Ask' }), new rv.Textbox()];
    const app = new rv.Blocks({}, button, output);
    app.mount(document.body);
    await app.ready;
    expect(noteIn(app)).to.equal(null);
    rv.on(button, 'click', { fn: rv.gradio('someone/else', '/ask'), outputs: output });
    button.dispatchEvent(new Event('pointerover', { bubbles: true, composed: true }));
    await until(() => wordsIn(app).includes('someone/else'), 'the note');
  });

  it('says nothing where they stay', async () => {
    const app = new rv.Interface({ fn: (text) => text, inputs: 'text', outputs: 'text' });
    app.mount(document.body);
    await app.ready;
    app.inputs[0]!.dispatchEvent(new Event('pointerover', { bubbles: true, composed: true }));
    expect(noteIn(app)).to.equal(null);
  });
});
