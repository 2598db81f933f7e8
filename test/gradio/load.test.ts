import { expect } from '@esm-bundle/chai';
import { load } from '../../src/index.ts';
import { clearPage } from '../helpers/page.ts';
import { describeWith, serverURL } from './server.ts';

const url = await serverURL('?name=interface');

describeWith(url, 'rv.load', () => {
  afterEach(clearPage);

  it('makes the Interface that the endpoint describes, with its examples', async () => {
    const app = (await load(url!)).mount();
    await app.ready;
    expect(app.title).to.equal('Shades');
    expect(app.description).to.equal('Makes **shades**.');
    expect(app.article).to.equal('The end.');
    expect(app.inputs.map(({ localName, label }) => `${localName} ${label}`)).to.deep.equal([
      'riv-image Picture',
      'riv-radio Kind',
      'riv-slider Amount',
    ]);
    expect(app.additionalInputs.map(({ label }) => label)).to.deep.equal(['Note']);
    expect(app.outputs.map(({ localName, label }) => `${localName} ${label}`)).to.deep.equal([
      'riv-image Result',
      'riv-textbox Words',
    ]);
    expect(app.inputs[2]).to.include({ minimum: 0, maximum: 10, value: 3, info: 'How much' });
    expect(app.inputs[1]).to.include({ value: 'keep' });
    expect(app.examples).to.have.length(2);
    const [picture, kind] = app.examples![0] as unknown[];
    expect(kind).to.equal('invert');
    expect(picture).to.match(/^http.*red\.png$/);
  });

  it('runs on the server', async () => {
    const app = (await load(url!, '/shade')).mount();
    await app.ready;
    const white = new ImageData(new Uint8ClampedArray(4).fill(255), 1, 1);
    const [picture, words] = await app.predict('shade', [white, 'invert', 2, 'x']);
    expect(words).to.equal('invert 2 x');
    expect(picture).to.be.instanceOf(Blob);
  });

  it('tells what an exception said, where the server does', async () => {
    const app = (await load(url!)).mount();
    const white = new ImageData(new Uint8ClampedArray(4).fill(255), 1, 1);
    const error = await app.predict('shade', [white, 'none', 2, 'x']).catch((thrown: Error) => thrown);
    expect((error as Error).message).to.equal('nothing to do');
  });

  it('says which endpoints there are', async () => {
    const error = await load(url!, '/nothing').catch((thrown: Error) => thrown);
    expect((error as Error).message).to.match(/has no endpoint "\/nothing"; those there are: "\/shade"/);
  });
});
