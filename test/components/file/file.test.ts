import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivFile } from '../../../src/components/file/file.ts';
import { axeProblems } from '../../helpers/axe.ts';
import { downloadOf, drop, listed, pickFiles, textFile, transferOf } from '../../helpers/components/files.ts';
import { press, wordsOf } from '../../helpers/press.ts';
import { once, until } from '../../helpers/wait.ts';
import { clearPage, mount, parse, record } from '../../helpers/page.ts';

const EVENTS = ['upload', 'input', 'change', 'delete', 'clear', 'select', 'download'];
const [a, b, c] = [textFile('a.txt', 'abc'), textFile('b.csv', '1,2'), textFile('c.txt', 'x'.repeat(1300))];

/** A File that a handler writes to. */
async function output(options = {}): Promise<RivFile> {
  const host = new RivFile({ label: 'Results', ...options });
  host.use('output');
  return mount(host);
}

describe('riv-file', () => {
  afterEach(clearPage);

  it('takes a file that is picked, and hands it to a handler', async () => {
    const host = await mount(new RivFile({ label: 'Data' }));
    const { seen, details } = record(host, EVENTS);
    await pickFiles(host, a);
    await host.updateComplete;
    expect(seen.filter((each) => !each.includes('@'))).to.deep.equal(['upload', 'input', 'change']);
    expect(details[0]).to.deep.equal({ value: a });
    expect(host.value).to.equal(a);
    expect(listed(host)).to.deep.equal(['a.txt 3 B']);
    expect(await host.toHandler()).to.deep.equal({ kind: 'value', value: a });
    expect(await host.toBlob()).to.equal(a);
  });

  it('keeps the order of several, and adds those that come later', async () => {
    const host = await mount(new RivFile({ fileCount: 'multiple' }));
    await pickFiles(host, c, a);
    await host.updateComplete;
    drop(host, transferOf(b));
    await once(host, 'change');
    await host.updateComplete;
    expect(listed(host)).to.deep.equal(['c.txt 1.3 KB', 'a.txt 3 B', 'b.csv 3 B']);
    expect(await host.toHandler()).to.deep.equal({ kind: 'value', value: [c, a, b] });
    await pickFiles(host, c);
    expect(host.value).to.deep.equal([c, a, b, c]);
  });

  it('takes what is pasted; one file takes the place of another', async () => {
    const host = await mount(new RivFile({ value: a }));
    const surface = host.shadowRoot!.querySelector('[part~=surface]')!;
    surface.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transferOf(b), cancelable: true }));
    await once(host, 'change');
    expect(host.value).to.equal(b);
  });

  it('removes one of the files, and then all', async () => {
    const host = await mount(new RivFile({ fileCount: 'multiple', value: [a, b, c] }));
    const { seen, details } = record(host, EVENTS);
    await press(host, 'Remove b.csv');
    await host.updateComplete;
    expect(listed(host)).to.deep.equal(['a.txt 3 B', 'c.txt 1.3 KB']);
    expect(details[0]).to.deep.equal({ index: 1, name: 'b.csv', size: 3, value: b });
    await press(host, 'Clear');
    expect(host.value).to.equal(null);
    expect(await host.toHandler()).to.deep.equal({ kind: 'value', value: null });
    expect(seen.filter((each) => !each.includes('@'))).to.deep.equal([
      'delete',
      'input',
      'change',
      'clear',
      'input',
      'change',
    ]);
  });

  it('is empty when its last file is removed, and keeps the keyboard', async () => {
    const host = await mount(new RivFile({ value: a }));
    host.shadowRoot!.querySelector<HTMLElement>('[aria-label="Remove a.txt"]')!.focus();
    await sendKeys({ press: 'Enter' });
    await host.updateComplete;
    expect(host.value).to.equal(null);
    expect(host.shadowRoot!.activeElement?.id).to.equal('control');
  });

  it('gives each file back under its name, and says so', async () => {
    const host = await output({ value: [a, new Blob(['{}'], { type: 'application/json' })] });
    const link = downloadOf(host, 'a.txt')!;
    expect(link.download).to.equal('a.txt');
    expect(await (await fetch(link.href)).text()).to.equal('abc');
    expect(downloadOf(host, 'file.json')!.download).to.equal('file.json');
    const { details } = record(host, ['download']);
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    expect(details).to.deep.equal([{ index: 0, name: 'a.txt', size: 3, value: a }]);
    expect(host.shadowRoot!.querySelector('[aria-label^=Remove]')).to.equal(null);
  });

  it('takes the URLs back of files that it shows no more, and when it has left', async () => {
    const host = await output({ value: a });
    const { href } = downloadOf(host, 'a.txt')!;
    host.fromHandler(b);
    await host.updateComplete;
    await until(
      () =>
        fetch(href).then(
          () => false,
          () => true,
        ),
      'no file at the first URL',
    );
    const second = downloadOf(host, 'b.csv')!.href;
    host.remove();
    await until(
      () =>
        fetch(second).then(
          () => false,
          () => true,
        ),
      'no file at the second URL',
    );
    await mount(host);
    await until(() => downloadOf(host, 'b.csv')!.href !== second, 'another URL');
    expect(await (await fetch(downloadOf(host, 'b.csv')!.href)).text()).to.equal('1,2');
  });

  it('shows which name was pressed', async () => {
    const host = await output({ value: [a, b] });
    const { details } = record(host, ['select']);
    host.shadowRoot!.getElementById('name-1')!.click();
    await host.updateComplete;
    expect(details).to.deep.equal([{ index: 1, value: 'b.csv' }]);
    const rows = [...host.shadowRoot!.querySelectorAll('[part=file]')];
    expect(rows.map((row) => row.getAttribute('aria-current'))).to.deep.equal([null, 'true']);
  });

  it('moves a file by keys where it may be moved', async () => {
    const host = await mount(new RivFile({ fileCount: 'multiple', allowReordering: true, value: [a, b, c] }));
    host.shadowRoot!.getElementById('name-2')!.focus();
    await sendKeys({ down: 'Alt' });
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ up: 'Alt' });
    await until(() => host.shadowRoot!.activeElement?.id === 'name-1', 'the focus on the moved file');
    expect(host.value).to.deep.equal([a, c, b]);
    const [first, , last] = [...host.shadowRoot!.querySelectorAll('[part=file]')];
    first!.dispatchEvent(new DragEvent('dragstart', { dataTransfer: new DataTransfer() }));
    last!.dispatchEvent(new DragEvent('drop', { cancelable: true }));
    expect(host.value).to.deep.equal([c, b, a]);
  });

  it('asks the server how large a file is that it has the URL of', async () => {
    const host = await output({ value: ['/test/fixtures/first.js', '/nowhere.zip'] });
    const { size } = await (await fetch('/test/fixtures/first.js')).blob();
    await until(() => listed(host)[1] === 'nowhere.zip HTTP status 404', 'what the server says');
    await until(() => listed(host)[0]!.length > 'first.js'.length, 'a size').catch(() => undefined);
    expect(listed(host)[0]).to.match(new RegExp(`^first.js( ${size} B)?$`));
    expect(downloadOf(host, 'first.js')!.getAttribute('href')).to.equal('/test/fixtures/first.js');
  });

  it('hands over what a URL leads to as a file, and bytes where they are asked for', async () => {
    const host = await mount(new RivFile({ value: 'data:text/plain,hello', type: 'binary' }));
    const { value } = (await host.toHandler()) as { value: Uint8Array };
    expect(new TextDecoder().decode(value)).to.equal('hello');
    host.type = 'file';
    const file = ((await host.toHandler()) as { value: File }).value;
    expect([file.name, file.type]).to.deep.equal(['file.txt', 'text/plain']);
  });

  it('passes a large file by reference, without a look at it', async () => {
    const part = new Uint8Array(1 << 20);
    const large = new File(
      Array.from({ length: 256 }, () => part),
      'large.bin',
    );
    for (const way of ['arrayBuffer', 'text', 'stream', 'slice'] as const)
      Object.defineProperty(large, way, {
        value: () => {
          throw new Error(`${way} was read`);
        },
      });
    const host = await mount(new RivFile());
    await pickFiles(host, large);
    await host.updateComplete;
    expect(listed(host)).to.deep.equal(['large.bin 256 MB']);
    expect((await host.toHandler()) as unknown).to.deep.equal({ kind: 'value', value: large });
  });

  it('is set up by attributes', async () => {
    const host = await parse<RivFile>(
      `<riv-file file-count="multiple" file-types=".csv, image" height="90" value='["a/x.csv", "y.png"]'></riv-file>`,
    );
    expect(listed(host).map((each) => each.split(' ')[0])).to.deep.equal(['x.csv', 'y.png']);
    const { accept, multiple } = host.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
    expect([accept, multiple]).to.deep.equal(['.csv,image/*', true]);
    expect(host.shadowRoot!.querySelector('[part=stage]')!.clientHeight).to.equal(90);
  });

  it('says what it takes while it is empty, and nothing as an output', async () => {
    const host = await mount(new RivFile({ fileTypes: ['.pdf', 'image'], fileCount: 'directory' }));
    expect(wordsOf(host)).to.include('Drop a folder here').and.include('.pdf, images');
    expect(host.shadowRoot!.querySelector('input')!.webkitdirectory).to.equal(true);
    expect(wordsOf(await output())).not.to.include('Drop');
  });

  for (const scheme of ['light', 'dark'])
    it(`has no problem that axe finds (${scheme})`, async () => {
      const page = document.createElement('main');
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      document.body.append(page);
      await mount(new RivFile({ label: 'Empty' }), page);
      await mount(new RivFile({ label: 'Several', fileCount: 'multiple', value: [a, b] }), page);
      const shown = new RivFile({ label: 'Shown', value: ['/nowhere.zip'] });
      shown.use('output');
      await mount(shown, page);
      shown.shadowRoot!.getElementById('name-0')!.click();
      await until(() => listed(shown)[0]!.includes('404'), 'the status');
      expect(await axeProblems(page)).to.deep.equal([]);
    });
});
