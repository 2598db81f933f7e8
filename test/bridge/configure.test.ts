import { expect } from '@esm-bundle/chai';
import { configure, developing, isLocal } from '../../src/bridge/configure.ts';

describe('whether a page is being made', () => {
  afterEach(() => configure({ debug: undefined }));

  it('follows from its address: this machine, or a file', () => {
    const local = (url: string) => isLocal(new URL(url));
    for (const url of [
      'http://localhost:8000/',
      'https://app.localhost/',
      'http://127.0.0.1/',
      'http://127.8.0.1:3000/a.html',
      'http://[::1]/',
      'file:///home/me/index.html',
    ])
      expect(local(url), url).to.equal(true);
    for (const url of [
      'https://example.org/',
      'https://example.org/localhost',
      'https://localhost.example.org/',
      'https://mylocalhost/',
      'https://127.0.0.1.example.org/',
      'http://192.168.1.2/',
      'http://[::2]/',
    ])
      expect(local(url), url).to.equal(false);
  });

  it('is what debug says, where that says anything', () => {
    expect(developing()).to.equal(true);
    configure({ debug: false });
    expect(developing()).to.equal(false);
    configure({ debug: true });
    expect(developing()).to.equal(true);
  });
});

describe('configure', () => {
  it('tells of an option that there is not', () => {
    const { warn } = console;
    const told: unknown[] = [];
    console.warn = (words: unknown) => told.push(words);
    configure({ local: 'de' } as never);
    configure({ locale: undefined });
    console.warn = warn;
    expect(told).to.deep.equal([
      'configure(): there is no option "local"; there are assets, workerURL, debug, locale, words',
    ]);
  });
});
