import { expect } from '@esm-bundle/chai';
import type { Component } from '../../src/app/shortcuts.ts';
import { Blocks, HTML, JSON, Markdown, State, on } from '../../src/index.ts';
import { clearPage } from '../helpers/page.ts';
import { appOf, describeWith, serverURL } from './server.ts';

const url = await serverURL();

/** Calls an endpoint whose inputs and outputs are of these kinds, and gives its outputs. */
async function call(api: string, inputs: unknown, outputs: unknown, values: unknown[]): Promise<unknown[]> {
  const app = await appOf(url!, api, { inputs, outputs });
  return app.predict('call', values);
}

/** What a call fails with. */
const failure = (...given: Parameters<typeof call>): Promise<Error & Record<string, unknown>> =>
  call(...given).then(
    (value) => expect.fail(`it gave ${String(value)}`),
    (error: Error) => error as Error & Record<string, unknown>,
  );

describeWith(url, 'a handler on a Gradio server', () => {
  afterEach(clearPage);

  it('is called with text and numbers', async () => {
    expect(await call('/greet', ['textbox', 'number'], 'textbox', ['Ada', 2])).to.deep.equal([
      'Hello, Ada!Hello, Ada!',
    ]);
  });

  it('gives each value of a generator as it comes', async () => {
    const app = await appOf(url!, 'count', { inputs: 'number', outputs: 'number' });
    const seen: unknown[] = [];
    for await (const message of app.submit('call', [4])) if (message.type === 'data') seen.push(message.data);
    expect(seen).to.deep.equal([[1], [2], [3], [4]]);
  });

  it('finds what the server keeps in a State, whichever of its endpoints has left it there', async () => {
    await call('/remember', 'textbox', 'textbox', ['one']);
    expect(await call('/remember', ['textbox', 'state'], ['textbox', 'state'], ['two', null])).to.include(
      'one, two',
    );
    expect(await call('/recall', [], 'textbox', [])).to.deep.equal(['one, two']);
  });

  it('changes what the function updates in place of a value', async () => {
    const app = await appOf(url!, '/switch', { inputs: 'textbox', outputs: ['dropdown', 'textbox'] });
    const [dropdown, textbox] = app.outputs as unknown as { choices: unknown; value: unknown }[];
    textbox!.value = 'as it was';
    app.run();
    await new Promise((resolve) => app.binding!.addEventListener('end', resolve, { once: true }));
    expect(dropdown!.choices).to.deep.equal([
      ['One', 1],
      ['Two', 2],
    ]);
    expect(dropdown!.value).to.equal(2);
    expect(textbox!.value).to.equal('as it was');
  });

  const controls: [part: string, component: string, value: unknown, choices?: unknown[]][] = [
    ['choice', 'dropdown', 2, [1, 2]],
    ['radio', 'radio', 'b', ['a', 'b']],
    ['group', 'checkboxgroup', ['c', 'a'], ['a', 'b', 'c']],
    ['box', 'checkbox', true],
    ['slider', 'slider', 7],
    ['color', 'colorpicker', '#ff8800'],
  ];
  for (const [part, name, value, choices] of controls)
    it(`takes and gives the value of a ${name}`, async () => {
      const component = { name, ...(choices && { choices }) };
      expect(await call(`/same_${part}`, component, component, [value])).to.deep.equal([value]);
    });

  const displays: [part: string, output: Component, value: unknown][] = [
    ['data', new JSON(), { deep: [1, null, 'x'] }],
    ['markdown', new Markdown(), '# Title'],
    ['markup', new HTML(), '<b>bold</b>'],
  ];
  for (const [part, output, value] of displays)
    it(`takes and gives the value of a <${output.localName}>`, async () => {
      const state = new State({ value });
      const app = new Blocks({}, state as never, output);
      on(state as never, 'change', {
        fn: `gradio:${url}#/same_${part}`,
        inputs: state as never,
        outputs: output as never,
        apiName: 'call',
      });
      app.mount();
      await app.ready;
      expect(await app.predict('call', [value])).to.deep.equal([value]);
    });

  it('gives the scores of a Label by their names', async () => {
    expect(await call('/classify', 'textbox', 'label', ['hello'])).to.deep.equal([{ long: 0.5, short: 0.5 }]);
  });

  describe('that cannot be called', () => {
    it('lists the endpoints that there are', async () => {
      const { message, name } = await failure('/greeet', 'textbox', 'textbox', ['x']);
      expect(message).to.match(/has no endpoint "\/greeet"; those there are: .*"\/greet"/);
      expect(name).to.equal('HandlerError');
    });

    it('says how many inputs it takes, and which', async () => {
      const { message } = await failure('/greet', 'textbox', 'textbox', ['x']);
      expect(message).to.match(
        /^\/greet of .* takes 2 inputs \("name" \(textbox\), "to" \(number\)\); it got 1$/,
      );
    });

    it('says how many outputs it gives', async () => {
      const { message } = await failure('/greet', ['textbox', 'number'], ['textbox', 'number'], ['x', 1]);
      expect(message).to.match(/gives 1 output \("greeting" \(textbox\)\); the page has 2$/);
    });

    it('says that nothing answers', async () => {
      const app = await appOf('http://127.0.0.1:9', '/x', { inputs: 'textbox', outputs: 'textbox' });
      const error = await app.predict('call', ['x']).catch((thrown: Error) => thrown);
      expect((error as Error).message).to.match(
        /^The Gradio server http:\/\/127\.0\.0\.1:9 cannot be reached/,
      );
    });

    it('says that there is no Gradio app', async () => {
      const app = await appOf('/test', '/x', { inputs: 'textbox', outputs: 'textbox' });
      const error = await app.predict('call', ['x']).catch((thrown: Error) => thrown);
      expect((error as Error).message).to.match(/\/test answered 404: there is no Gradio app/);
    });

    it('says that a server of Gradio 3 is too old', async () => {
      const app = await appOf('/test/gradio/three', '/x', { inputs: 'textbox', outputs: 'textbox' });
      const error = await app.predict('call', ['x']).catch((thrown: Error) => thrown);
      expect((error as Error).message).to.match(/runs Gradio 3\.50\.2, .* needs Gradio 4 or newer$/);
    });
  });

  describe('that fails', () => {
    it('tells what gr.Error said, with its heading', async () => {
      const error = await failure('/refuse', 'textbox', 'textbox', ['soup']);
      expect(error).to.include({ message: 'No soup here', title: 'Refused', duration: 4, visible: true });
    });

    it('says how a server tells what an exception said, which it hides', async () => {
      const { message } = await failure('/fail', [], 'textbox', []);
      expect(message).to.match(/failed without saying why: launch\(show_error=True\)/);
    });

    it('tells what the server says of a value that it refuses', async () => {
      const radio = { name: 'radio', choices: ['a', 'zzz'] };
      const { message } = await failure('/same_radio', radio, 'radio', ['zzz']);
      expect(message).to.match(/'zzz'.* is not in the list of choices/);
    });
  });
});
