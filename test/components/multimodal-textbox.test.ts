import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivMultimodalTextbox } from '../../src/components/multimodal-textbox/multimodal-textbox.ts';
import { controlBattery } from '../helpers/components/control-battery.ts';
import { fuzz } from '../helpers/components/fuzz.ts';
import { clearPage, mount, parse, record } from '../helpers/page.ts';
import { button, press } from '../helpers/press.ts';
import { until } from '../helpers/wait.ts';

const empty = { text: '', files: [] };
const note = new File(['abc'], 'note.txt', { type: 'text/plain' });
const picture = new File([new Uint8Array(3)], 'a.png', { type: 'image/png' });
const inside = (host: Element, selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector);
const box = (host: Element) => inside(host, '#control') as HTMLTextAreaElement;

/** Drops or pastes files, or a text. */
function give(host: Element, type: 'drop' | 'paste', files: File[], text = ''): void {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  if (text) data.setData('text/plain', text);
  const options = { bubbles: true, cancelable: true };
  if (type === 'drop')
    inside(host, '.box')!.dispatchEvent(new DragEvent('drop', { ...options, dataTransfer: data }));
  else box(host).dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: data }));
}

describe('riv-multimodal-textbox', () => {
  controlBattery({
    tag: 'riv-multimodal-textbox',
    make: (options) => new RivMultimodalTextbox(options),
    options: {},
    attributes: '',
    initial: empty,
    value: { text: 'abc', files: [] },
    valueAttribute: 'abc',
    edit: () => sendKeys({ type: 'x' }),
    edited: { text: 'x', files: [] },
    events: ['input', 'change'],
    empty,
  });
});

describe('riv-multimodal-textbox: files', () => {
  afterEach(clearPage);

  it('takes what is dropped, pasted and picked, and lets it be taken away', async () => {
    const host = await mount(new RivMultimodalTextbox());
    const { seen } = record(host, ['input', 'change']);
    give(host, 'drop', [note]);
    give(host, 'paste', [picture]);
    expect(host.value.files).to.deep.equal([note, picture]);
    expect(seen.filter((name) => !name.includes('@'))).to.deep.equal(['input', 'change', 'input', 'change']);
    await host.updateComplete;
    expect(inside(host, '.file img')!.getAttribute('src')).to.match(/^blob:/);
    await press(host, 'Remove note.txt');
    expect(host.value.files).to.deep.equal([picture]);
    expect(button(host, 'Add files')).to.not.equal(null);
  });

  it('shows its pictures again when it is back in the page', async () => {
    const host = await mount(new RivMultimodalTextbox({ value: { text: '', files: [picture] } }));
    const shown = () => inside(host, '.file img')!.getAttribute('src')!;
    const before = shown();
    host.remove();
    await until(() =>
      fetch(before).then(
        () => false,
        () => true,
      ),
    );
    await mount(host);
    expect(shown()).to.not.equal(before);
    expect((await (await fetch(shown())).arrayBuffer()).byteLength).to.equal(3);
  });

  it('submits by Enter and by its button, and has a Stop', async () => {
    const host = await mount(new RivMultimodalTextbox({ stopBtn: true, value: 'hi' }));
    const { details } = record(host, ['submit', 'stop']);
    box(host).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', shiftKey: true }));
    box(host).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await press(host, 'Send');
    await press(host, 'Stop');
    expect(details).to.deep.equal(Array(3).fill({ value: { text: 'hi', files: [] } }));
  });

  it('says which kinds of files it takes, and has no more than one where one is wanted', async () => {
    const host = await mount(new RivMultimodalTextbox({ fileTypes: ['image', '.md'], fileCount: 'single' }));
    expect((inside(host, 'input[type=file]') as HTMLInputElement).accept).to.equal('image/*,.md');
    give(host, 'drop', [note]);
    expect(host.message).to.equal('“note.txt” cannot be added: expected image, .md');
    give(host, 'drop', [picture, new File(['a'], 'b.md')]);
    expect(host.value.files.map((file) => (file as File).name)).to.deep.equal(['b.md']);
    expect(host.message).to.equal('');
  });

  it('makes a file of a long text that is pasted', async () => {
    const host = await mount(new RivMultimodalTextbox({ maxPlainTextLength: 5 }));
    give(host, 'paste', [], 'short');
    expect(host.value.files).to.have.length(0);
    give(host, 'paste', [], 'longer');
    const [file] = host.value.files as File[];
    expect([file!.name, await file!.text()]).to.deep.equal(['pasted_text.txt', 'longer']);
  });

  it('opens a microphone, and adds what is recorded', async () => {
    const host = await mount(new RivMultimodalTextbox({ sources: ['microphone'] }));
    expect(button(host, 'Add files')).to.equal(null);
    await press(host, 'Microphone');
    const audio = await until(() => inside(host, 'riv-audio') as HTMLElement & { value: unknown });
    audio.value = new File([new Uint8Array(44)], 'audio.wav', { type: 'audio/wav' });
    audio.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    expect(host.value.files.map((file) => (file as File).name)).to.deep.equal(['audio.wav']);
    await until(() => !inside(host, 'riv-audio'));
  });

  it('gives handlers files, also of blobs and addresses', async () => {
    const host = new RivMultimodalTextbox();
    host.fromHandler({ text: 'a', files: [note, new Blob(['b'], { type: 'image/png' }), '/package.json?x'] });
    const { value } = (await host.toHandler()) as { value: { text: string; files: File[] } };
    expect(value.files.map(({ name }) => name)).to.deep.equal(['note.txt', 'file.png', 'package.json']);
    expect(value.files.every((file) => file instanceof File)).to.equal(true);
    host.fromHandler({ files: ['/no-such-file'] });
    const failed = await Promise.resolve(host.toHandler()).catch((error: Error) => error);
    expect(String(failed)).to.match(/^ValueError: The file \/no-such-file could not be had: HTTP status 404/);
  });

  it('refuses what is neither, and reads an attribute as text or as JSON', async () => {
    const host = new RivMultimodalTextbox({ label: 'Ask' });
    for (const given of [{ a: 1 }, [], { text: 'a', files: [5] }])
      expect(() => host.fromHandler(given)).to.throw(
        /^Ask \(riv-multimodal-textbox\) got .*, expected { text, files }, or a text$/,
      );
    expect(
      (await parse<RivMultimodalTextbox>('<riv-multimodal-textbox value="hi"></riv-multimodal-textbox>'))
        .value,
    ).to.deep.equal({ text: 'hi', files: [] });
    const json = await parse<RivMultimodalTextbox>(
      `<riv-multimodal-textbox value='{"text":"b","files":["/x.png"]}'></riv-multimodal-textbox>`,
    );
    expect(json.value).to.deep.equal({ text: 'b', files: ['/x.png'] });
  });
});

fuzz('MultimodalTextbox', {
  make: () => new RivMultimodalTextbox(),
  good: { text: 'some words', files: [] },
  shows: (host) => box(host)?.value === 'some words',
});
