import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import { drive } from '../../../src/testing/index.ts';
import { axeProblems } from '../../helpers/axe.ts';
import { pickFiles, textFile, watchSaves } from '../../helpers/components/files.ts';
import { wordsOf } from '../../helpers/press.ts';
import { once, until } from '../../helpers/wait.ts';
import { clearPage, mount, parse, record } from '../../helpers/page.ts';

const [a, b] = [textFile('a.txt', 'abc'), textFile('b.txt', 'de')];
const own = (seen: string[]) => seen.filter((each) => !each.includes('@'));

describe('riv-upload-button', () => {
  afterEach(clearPage);

  it('looks like a button, and opens the dialog with a press that it tells of once', async () => {
    const host = await mount(
      new rv.UploadButton({ label: 'Give it', fileTypes: ['image'], variant: 'primary' }),
    );
    const picker = host.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
    const { seen } = record(host, ['click', 'upload', 'change']);
    const opened = once(picker, 'click');
    await drive(host).press('Give it');
    await opened;
    expect(own(seen)).to.deep.equal(['click']);
    expect([picker.accept, picker.multiple, picker.checkVisibility()]).to.deep.equal([
      'image/*',
      false,
      false,
    ]);
    expect(host.shadowRoot!.querySelector('button')!.className).to.equal('button primary lg');
    host.interactive = false;
    host.click();
    expect(own(seen)).to.deep.equal(['click']);
  });

  it('gives what is picked to its handler', async () => {
    const host = await mount(new rv.UploadButton({ fileCount: 'multiple' }));
    const { seen } = record(host, ['upload', 'input', 'change']);
    await pickFiles(host, b, a);
    expect(own(seen)).to.deep.equal(['upload', 'input', 'change']);
    expect(await host.toHandler()).to.deep.equal({ kind: 'value', value: [b, a] });
  });

  it('refuses what it does not take, and a value that is no file', async () => {
    const app = new rv.Blocks({ maxFileSize: 2 }, new rv.UploadButton({ label: 'Give' })).mount();
    await app.ready;
    const host = app.querySelector('riv-upload-button')!;
    const { type } = await pickFiles(host, a);
    await host.updateComplete;
    expect([type, host.value]).to.deep.equal(['error', null]);
    expect(wordsOf(host)).to.include('Give: “a.txt” is too large, it has 3 B; at most 2 B are taken.');
    await pickFiles(host, b);
    expect([host.value, host.message]).to.deep.equal([b, '']);
    expect(() => host.fromHandler(1)).to.throw('Give (riv-upload-button) got 1, expected a File');
  });
});

describe('riv-download-button', () => {
  let saves: ReturnType<typeof watchSaves>;
  beforeEach(() => {
    saves = watchSaves();
  });
  afterEach(() => {
    saves.restore();
    clearPage();
  });

  for (const [what, options, name, text] of [
    ['a File', { value: a }, 'a.txt', 'abc'],
    ['a Blob', { value: new Blob(['1'], { type: 'text/csv' }) }, 'file.csv', '1'],
    ['a Blob under a name', { value: new Blob(['1']), fileName: 'x.dat' }, 'x.dat', '1'],
    ['a URL', { value: 'data:text/plain,hello' }, 'file.txt', 'hello'],
    ['what a function gives', { value: () => new File(['made'], 'made.txt') }, 'made.txt', 'made'],
  ] as const)
    it(`downloads ${what}`, async () => {
      const host = await mount(new rv.DownloadButton(options));
      await until(() => host.value, 'a value');
      const { seen } = record(host, ['click']);
      await drive(host).press('Download');
      await until(() => saves.names.length > 0, 'a file that is saved');
      expect(saves.names).to.deep.equal([name]);
      expect(await (await saves.files[0]!).text()).to.equal(text);
      expect(own(seen)).to.deep.equal(['click']);
    });

  it('downloads what a handler of its press makes, once it is there', async () => {
    const host = new rv.DownloadButton({ label: 'Make' });
    const app = new rv.Blocks({}, host).mount();
    await app.ready;
    rv.on(host, 'click', { fn: () => new File(['late'], 'late.txt'), outputs: host });
    await drive(app).press('Make');
    await until(() => saves.names.length > 0, 'a file that is saved');
    expect(saves.names).to.deep.equal(['late.txt']);
    host.fromHandler(a); // nobody has asked for it
    await drive(app).idle();
    expect(saves.names).to.deep.equal(['late.txt']);
  });

  it('saves the files of a list one after the other', async () => {
    const host = await parse<rv.DownloadButton>('<riv-download-button label="All"></riv-download-button>');
    host.value = [a, b];
    await drive(host).press('All');
    await until(() => saves.names.length === 2, 'two files');
    expect(saves.names).to.deep.equal(['a.txt', 'b.txt']);
  });

  it('says what is missing, and what cannot be had', async () => {
    const host = await mount(new rv.DownloadButton());
    await drive(host).press('Download');
    await until(() => wordsOf(host).includes('Download: there is no file to download yet.'), 'words');
    host.value = '/nowhere.zip';
    const failed = once(host, 'error');
    await drive(host).press('Download');
    const { message } = (await failed).detail.error;
    expect(message).to.equal('Download: the file at /nowhere.zip cannot be had: HTTP status 404');
    await until(() => wordsOf(host).includes(message), 'the same words at the element');
    expect(() => host.fromHandler('javascript:0')).to.throw('expected a File');
    expect(saves.names).to.deep.equal([]);
  });
});

describe('riv-clear-button', () => {
  afterEach(clearPage);

  it('empties what it is given, before what is bound to it', async () => {
    const word = new rv.Textbox({ label: 'Word', value: 'x' });
    const file = new rv.File({ label: 'File', value: a });
    const count = new rv.State({ value: 1 });
    count.fromHandler(5);
    const out = new rv.Textbox({ label: 'Seen' });
    const button = new rv.ClearButton([word, file]).add(count);
    const app = new rv.Blocks({}, word, file, count, out, button).mount();
    await app.ready;
    rv.on(button, 'click', {
      fn: (one, two, three) => JSON.stringify([one, two, three]),
      inputs: [word, file, count],
      outputs: out,
    });
    const changed = once(out, 'change');
    const { seen } = record(file, ['change', 'clear']);
    await drive(app).press('Clear');
    await changed;
    expect(out.value).to.equal('["",null,1]');
    expect(own(seen)).to.deep.equal(['change']);
  });

  it('finds components by their ids, and says which there are not', async () => {
    const place = await parse<rv.Blocks>(
      `<riv-blocks><riv-number id="n" value="3"></riv-number><riv-checkbox id="c" value></riv-checkbox>
        <riv-clear-button value="Reset" components="n, c other"></riv-clear-button></riv-blocks>`,
    );
    const [n, c, button] = [...place.children] as [rv.Number, rv.Checkbox, rv.ClearButton];
    await drive(place).press('Reset');
    await button.updateComplete;
    expect([n.value, c.value]).to.deep.equal([null, false]);
    expect(wordsOf(button)).to.include('There is no component "other" to empty.');
  });

  it('takes options as all others do, and refuses what is no component', () => {
    const word = new rv.Textbox({ value: 'x' });
    const button = new rv.ClearButton({ components: word, value: 'Away', size: 'sm' });
    button.click();
    expect([word.value, button.value, button.size]).to.deep.equal(['', 'Away', 'sm']);
    expect(new rv.ClearButton([word], { value: 'All' }).value).to.equal('All');
    const told: string[] = [];
    const { error } = console;
    console.error = (problem: Error) => told.push(problem.message);
    new rv.ClearButton([5 as never]);
    console.error = error;
    expect(told.join()).to.include('the property components got').and.include('expected components');
  });
});

describe('all three', () => {
  afterEach(clearPage);

  for (const scheme of ['light', 'dark'])
    it(`have no problem that axe finds (${scheme})`, async () => {
      const page = document.createElement('main');
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      document.body.append(page);
      for (const host of [
        new rv.UploadButton(),
        new rv.DownloadButton({ variant: 'primary' }),
        new rv.ClearButton(),
      ]) {
        await mount(host, page);
        host.message = 'Something is wrong.';
        await host.updateComplete;
      }
      expect(await axeProblems(page)).to.deep.equal([]);
    });
});
