import { expect } from '@esm-bundle/chai';
import { RivModel3D } from '../../src/components/model3d/model3d.ts';
import { axeProblems } from '../helpers/axe.ts';
import { clearPage, mount, place, record } from '../helpers/page.ts';
import { until } from '../helpers/wait.ts';

interface Viewer extends HTMLElement {
  loaded: boolean;
  src: string;
}

const KNOT = new URL('/demos/model3D/knot.glb', location.href).href;
const viewer = (host: RivModel3D) => host.shadowRoot!.querySelector<Viewer>('model-viewer');
const button = (host: RivModel3D, name: string) =>
  host.shadowRoot!.querySelector<HTMLButtonElement>(`button[aria-label=${name}]`);
const knot = async () => (await fetch(KNOT)).blob();

describe('riv-model3d', function () {
  this.timeout(60_000);
  afterEach(clearPage);

  it('draws a file, whose URL goes when it leaves', async () => {
    const host = await mount(new RivModel3D({ height: 80, label: 'Knot' }));
    host.use('output');
    host.fromHandler(await knot());
    await until(() => viewer(host)?.loaded, 'the model', 50);
    const first = viewer(host)!;
    const url = first.src;
    expect([url.startsWith('blob:'), host.message]).to.deep.equal([true, '']);
    document.body.prepend(host);
    await host.updateComplete;
    expect([viewer(host), first.loaded], 'moved').to.deep.equal([first, true]);
    host.remove();
    await host.updateComplete;
    expect(await fetch(url).catch(() => 'gone')).to.equal('gone');
    await mount(host);
    await until(() => viewer(host)?.loaded, 'the model again', 50);
    expect(viewer(host)).to.not.equal(first);
  });

  it('draws one model after the other, the newest of several, and again after none', async () => {
    const host = await mount(new RivModel3D({ height: 80, label: 'Knot', interactive: false }));
    const made = async (name: string) => {
      const file = await knot();
      return new File([file], name);
    };
    const stage = () => [...host.shadowRoot!.querySelectorAll<Viewer>('model-viewer')];
    const urls = new Set<string>();
    const comes = async () => {
      await until(() => {
        const [drawn, ...others] = stage();
        const busy = host.shadowRoot!.querySelector('.busy');
        return drawn?.loaded && !urls.has(drawn.src) && others.length === 0 && !busy;
      }, 'the next model');
      urls.add(viewer(host)!.src);
    };
    host.fromHandler(await made('first.glb'));
    await comes();
    const first = viewer(host);
    host.fromHandler(await made('second.glb'));
    await until(() => stage().length === 2, 'the second on its way');
    expect(stage()[1], 'the first until then').to.equal(first);
    await comes();
    const begun = new Set(urls);
    for (const name of ['a.glb', 'b.glb', 'c.glb']) {
      host.fromHandler(await made(name));
      await until(() => stage().some(({ src }) => !begun.has(src)), `${name} on its way`);
      for (const { src } of stage()) begun.add(src);
    }
    await comes();
    host.fromHandler(null);
    await host.updateComplete;
    expect(stage()).to.deep.equal([]);
    host.fromHandler(await made('last.glb'));
    await comes();
    expect([urls.size, host.message]).to.deep.equal([4, '']);
  });

  it('gives a handler the file, also that at a URL', async () => {
    const file = await knot();
    const host = new RivModel3D({ height: 80, label: 'Knot', value: file });
    expect(host.toHandler()).to.deep.equal({ kind: 'value', value: file });
    host.fromHandler(KNOT);
    const { value } = (await host.toHandler()) as { value: Blob };
    expect(value.size).to.equal(file.size);
    host.fromHandler('/nothing.glb');
    const refused = await Promise.resolve(host.toHandler()).catch((error: Error) => error);
    expect((refused as Error).message).to.include('expected a file that can be had (HTTP status 404)');
  });

  it('takes a file of the user, and lets it be taken away', async () => {
    const host = await mount(new RivModel3D({ height: 80, label: 'Knot' }));
    const { seen, stop } = record(host, ['input', 'change', 'upload', 'clear']);
    const files = new DataTransfer();
    files.items.add(new File([await knot()], 'knot.glb'));
    const picker = host.shadowRoot!.querySelector<HTMLInputElement>('[type=file]')!;
    picker.files = files.files;
    picker.dispatchEvent(new Event('change', { bubbles: true }));
    expect((host.value as File).name).to.equal('knot.glb');
    await until(() => button(host, 'Clear'), 'the button');
    button(host, 'Clear')!.click();
    stop();
    expect([host.value, seen.filter((name) => !name.includes('@'))]).to.deep.equal([
      null,
      ['input', 'change', 'upload', 'input', 'change', 'clear'],
    ]);
  });

  it('says what is wrong with what is no model, and draws the next', async () => {
    const host = await mount(new RivModel3D({ height: 80, label: 'Knot' }));
    expect(() => host.fromHandler(7)).to.throw(
      'Knot (riv-model3d) got 7, expected a Blob or the URL of a glb',
    );
    host.fromHandler(new Blob(['<p>not this']));
    await until(() => host.message, 'the words');
    expect(host.message).to.equal('Knot cannot be shown: it is no glb or gltf file');
    host.fromHandler(new Blob(['glTF and no more']));
    await until(() => host.message.includes('damaged'), 'other words');
    host.fromHandler(await knot());
    await until(() => viewer(host)?.loaded, 'the model', 50);
    expect(host.message).to.equal('');
  });

  it('has no problem that axe finds, empty and with a model', async () => {
    const page = place(document.createElement('main'));
    await mount(new RivModel3D({ label: 'Empty' }), page);
    await mount(new RivModel3D({ label: 'Still', interactive: false }), page);
    const host = await mount(new RivModel3D({ height: 80, label: 'Knot', value: KNOT }), page);
    await until(() => viewer(host)?.loaded, 'the model', 50);
    expect(await axeProblems(page)).to.deep.equal([]);
  });
});
