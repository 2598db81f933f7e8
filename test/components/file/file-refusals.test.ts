import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import type { RivFile } from '../../../src/components/file/file.ts';
import { drive } from '../../../src/testing/index.ts';
import {
  drop,
  droppedFolder,
  folderEntry,
  listed,
  pickFiles,
  textFile,
  transferOf,
} from '../../helpers/components/files.ts';
import { wordsOf } from '../../helpers/press.ts';
import { once, until } from '../../helpers/wait.ts';
import { clearPage, mount, parse } from '../../helpers/page.ts';

/** What the element says of what was given to it; nothing of what it holds has changed. */
async function told(host: RivFile, give: () => unknown): Promise<string> {
  const before = host.value;
  const failed = once(host, 'error');
  await give();
  const { message, name } = ((await failed) as CustomEvent<{ error: Error }>).detail.error;
  await host.updateComplete;
  expect(name).to.equal('ValueError');
  expect(wordsOf(host)).to.include(message);
  expect(host.value).to.equal(before);
  return message;
}

const folder = folderEntry('photos', { 'a.txt': 'a', inner: { 'b.txt': 'bb' }, 'c.txt': 'c' });

describe('a File refuses', () => {
  afterEach(clearPage);

  it('a file of another kind, and takes the next one', async () => {
    const host = await mount(new rv.File({ label: 'Data', fileTypes: ['.csv', 'image'] }));
    expect(
      await told(host, () => pickFiles(host, textFile('run.exe', 'MZ', 'application/x-msdownload'))),
    ).to.equal('Data: “run.exe” is of another kind (application/x-msdownload); taken are .csv, images.');
    await pickFiles(host, textFile('B.CSV'));
    await host.updateComplete;
    expect(listed(host)).to.deep.equal(['B.CSV 5 B']);
    expect(host.message).to.equal('');
  });

  for (const [types, name, type] of [
    [['text'], 'notes.md', ''],
    [['video'], 'a.bin', 'video/mp4'],
    [['image/png'], 'x.png', 'image/png'],
    [['audio/*'], 'x', 'audio/wav'],
    [['pdf'], 'x.pdf', ''],
    [['file'], 'anything', ''],
    [[], 'anything', ''],
  ] as const)
    it(`nothing that fits: ${name} ${type} for [${types}]`, async () => {
      const host = await mount(new rv.File({ fileTypes: [...types] }));
      const { detail } = await pickFiles(host, textFile(name, 'x', type));
      expect(detail.value).to.have.property('name', name);
    });

  it('one file among others, which it takes', async () => {
    const host = await mount(new rv.File({ label: 'Data', fileCount: 'multiple', fileTypes: ['.txt'] }));
    await pickFiles(
      host,
      textFile('a.txt'),
      textFile('b.exe', '', ''),
      textFile('c.txt'),
      textFile('d.exe', '', ''),
    );
    await until(() => host.message, 'a message');
    await host.updateComplete;
    expect(listed(host).map((each) => each.split(' ')[0])).to.deep.equal(['a.txt', 'c.txt']);
    expect(wordsOf(host)).to.include('Data: “b.exe” is of another kind; taken are .txt. (1 more left out.)');
  });

  it('more than the one that it holds, and says which one it took', async () => {
    const host = await mount(new rv.File({ label: 'Data' }));
    drop(host, transferOf(textFile('a.txt'), textFile('b.txt')));
    await once(host, 'error');
    expect((host.value as File).name).to.equal('a.txt');
    expect(host.message).to.equal('Data: “a.txt” is taken; it holds one file, and 2 came.');
  });

  it('what is larger than the app takes', async () => {
    const app = new rv.Blocks({ maxFileSize: '1kb' }, new rv.File({ label: 'Data' })).mount();
    await app.ready;
    const host = app.querySelector('riv-file')!;
    await host.updateComplete;
    expect(wordsOf(host)).to.include('up to 1.0 KB');
    expect(await told(host, () => pickFiles(host, textFile('big.txt', 'x'.repeat(1536))))).to.equal(
      'Data: “big.txt” is too large, it has 1.5 KB; at most 1.0 KB are taken.',
    );
    app.maxFileSize = 2000;
    await pickFiles(host, textFile('big.txt', 'x'.repeat(1536)));
  });

  it('what is larger than the app takes: in an Image, too', async () => {
    const place = await parse<rv.Interface>(
      `<riv-interface max-file-size="10 B"><riv-image slot="input" label="Picture"></riv-image><script type="handler">
        export default (picture) => {};</script></riv-interface>`,
    );
    await place.ready;
    const host = place.querySelector('riv-image')!;
    await host.updateComplete;
    await pickFiles(host, new File([new Uint8Array(64)], 'x.png', { type: 'image/png' }));
    await until(() => host.message, 'a message');
    expect(host.message).to.equal('Picture: “x.png” is too large, it has 64 B; at most 10 B are taken.');
  });

  it('a limit that is none', () => {
    const told: string[] = [];
    const { error } = console;
    console.error = (problem: Error) => told.push(problem.message);
    const app = new rv.Blocks();
    app.setAttribute('max-file-size', '5 apples');
    console.error = error;
    expect(app.maxFileSize).to.equal(null);
    expect(told).to.have.length(1);
    expect(told[0]).to.include('expected a number of bytes, or a text such as "5mb"');
  });

  it('a folder where a file is wanted', async () => {
    const host = await mount(new rv.File({ label: 'Data', fileCount: 'multiple' }));
    expect(await told(host, () => drop(host, droppedFolder(folder)))).to.equal(
      'Data: “photos” is a folder; one file or several is taken.',
    );
  });

  it('a folder that comes as a file of which nothing can be read', async () => {
    const host = await mount(new rv.File({ label: 'Data' }));
    const file = new File(['x'], 'photos');
    Object.defineProperty(file, 'slice', {
      value: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) }),
    });
    const given = {
      types: ['Files'],
      files: [file],
      items: [{ kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => file }],
    };
    expect(await told(host, () => drop(host, given))).to.equal(
      'Data: “photos” is a folder; a file is taken.',
    );
  });

  it('no folder where one is wanted, and takes the files in all of it, with their paths', async () => {
    const host = await mount(new rv.File({ fileCount: 'directory' }));
    drop(host, droppedFolder(folder));
    await once(host, 'change');
    await host.updateComplete;
    expect(listed(host)).to.deep.equal(['photos/a.txt 1 B', 'photos/inner/b.txt 2 B', 'photos/c.txt 1 B']);
    expect(((await host.toHandler()) as unknown as { paths: string[] }).paths).to.deep.equal([
      'photos/a.txt',
      'photos/inner/b.txt',
      'photos/c.txt',
    ]);
  });

  for (const [what, value] of [
    ['a number', 5],
    ['an object', { name: 'a' }],
    ['a URL that runs code', 'javascript:alert(1)'],
    ['a URL that is none', 'http://['],
    ['a list with a number in it', [textFile('a.txt'), 5]],
    ['a list with a hole', [textFile('a.txt'), null]],
  ] as const)
    it(`${what} as a value, and shows the next one`, async () => {
      const host = await mount(new rv.File({ label: 'Data' }));
      expect(() => host.fromHandler(value))
        .to.throw(/^Data \(riv-file\) got .+, expected a File, a Blob, bytes, a URL, or a list of them$/)
        .with.property('name', 'ValueError');
      expect(host.value).to.equal(null);
      host.fromHandler([textFile('a.txt'), Uint8Array.of(1, 2)]);
      await host.updateComplete;
      expect(listed(host)).to.deep.equal(['a.txt 5 B', 'file 2 B']);
      for (const nothing of [null, undefined, '', []]) host.fromHandler(nothing);
      expect(host.value).to.equal(null);
    });

  it('to hand over what is behind a URL that leads nowhere, or is of another kind', async () => {
    const app = new rv.Interface({
      fn: (file: File | null) => file?.name ?? 'none',
      inputs: new rv.File({ label: 'Data', value: '/nowhere.csv', fileTypes: ['.csv'] }),
      outputs: 'text',
    }).mount();
    await app.ready;
    const caught = (given: unknown) =>
      app.predict(app.binding!.apiName, [given] as never).then(
        () => '',
        (error: Error) => error.message,
      );
    expect(await caught('/nowhere.csv')).to.equal(
      'Data: the file at /nowhere.csv cannot be read by this page: HTTP status 404',
    );
    expect(await caught(textFile('a.txt'))).to.include('Data: “a.txt” is of another kind');
    expect(await caught(12)).to.include('got 12, expected a File');
    expect(await app.predict(app.binding!.apiName, [textFile('a.csv')] as never)).to.deep.equal(['a.csv']);
  });

  it('what a test gives, in words', async () => {
    const app = new rv.Blocks({ maxFileSize: 3 }, new rv.File({ label: 'Data' })).mount();
    const error = await drive(app)
      .set('Data', textFile('a.txt', 'long'))
      .catch((thrown: Error) => thrown);
    expect((error as Error).message).to.equal(
      'Data: “a.txt” is too large, it has 4 B; at most 3 B are taken.',
    );
  });
});
