import { expect } from '@esm-bundle/chai';
import { on } from '../../src/bind/binding/on.ts';
import type { BindingOptions } from '../../src/bind/options.ts';
import { absoluteSpecifiers } from '../../src/bind/handler/specifiers.ts';
import { FakePort, ended } from '../helpers/bind/fake-port.ts';

/** What a handler gives for the URL of a file, relative to this page unless it says otherwise. */
async function given(options: BindingOptions, url = 'test/fixtures/urls.json'): Promise<unknown> {
  const from = new FakePort(url);
  const out = new FakePort();
  const binding = on(from, 'go', { inputs: from, outputs: out, ...options });
  from.fire('go');
  const outcome = await ended(binding);
  binding.remove();
  expect(outcome, out.status.error?.message).to.equal('success');
  return out.value;
}

/** Puts a script into the page for a test. */
function withScript(type: string, text: string): HTMLScriptElement {
  const script = Object.assign(document.createElement('script'), { type, text });
  document.body.append(script);
  return script;
}

describe('relative URLs in handlers', () => {
  for (const [name, fn] of Object.entries({
    fetch: async (url: string) => (await (await fetch(url)).json()).name,
    Request: async (url: string) => {
      const request = new Request(url, { method: 'GET' });
      if (!(request instanceof Request)) throw new Error('it is no Request');
      return (await (await fetch(request)).json()).name;
    },
    XMLHttpRequest: (url: string) => {
      const request = new XMLHttpRequest();
      request.open('GET', url, false);
      request.send();
      return JSON.parse(request.responseText).name;
    },
  }))
    it(`are the page's for ${name}`, async () => {
      expect(await given({ fn })).to.equal('urls');
    });

  it("are the page's for importScripts", async () => {
    // @ts-expect-error: the page has no importScripts, workers from a script have
    const fn = (...urls: string[]) => (importScripts(urls[0]!), (globalThis as { classic?: string }).classic);
    expect(await given({ fn }, 'test/fixtures/classic.js')).to.equal('classic');
  });

  it("are the page's for a computed import in a function", async () => {
    const fn = async (url: string) => (await import(url)).there;
    for (const url of [
      './test/fixtures/second.js',
      '/test/fixtures/second.js',
      new URL('test/fixtures/second.js', document.baseURI).href,
    ])
      expect(await given({ fn }, url)).to.equal('second');
  });

  it("are the page's for a computed import in an inline script, in a worker and in the page", async () => {
    const script = withScript(
      'handler',
      `export const load = async (url) => (await import(url)).there;
      export const nested = async (url) => (await import(/* the second */ (await import(url)).here)).there;
      export const attributes = async (url) => (await import(\`./\${url}\`, { with: { type: 'json' } })).default.name;`,
    );
    for (const thread of ['worker', 'main'] as const) {
      expect(await given({ fn: '#load', thread }, './test/fixtures/second.js')).to.equal('second');
      expect(await given({ fn: '#nested', thread }, './test/fixtures/first.js')).to.equal('second');
      expect(await given({ fn: '#attributes', thread })).to.equal('urls');
    }
    script.remove();
  });

  it("are the page's for what a module fetches; what it imports lies beside it", async () => {
    const fn = '/test/fixtures/first.js#fetched';
    expect(await given({ fn })).to.equal('urls');
    expect(await given({ fn: '/test/fixtures/first.js#imported' }, './second.js')).to.equal('second');
  });

  it("follow the page's import map, where a bare name is computed", async () => {
    const imports = { 'riv-test/': './test/fixtures/', 'riv-test/first.js': './test/fixtures/second.js' };
    const script = withScript('importmap', JSON.stringify({ imports }));
    const fn = async (url: string) => (await import(url)).there;
    expect(await given({ fn }, 'riv-test/first.js'), 'the longest name').to.equal('second');
    expect(await given({ fn }, 'riv-test/second.js')).to.equal('second');
    script.remove();
  });

  it('leave the page as it is', async () => {
    const own = [fetch, Request, XMLHttpRequest.prototype.open];
    await given({ fn: () => 1, thread: 'main' });
    await given({ fn: () => 1 });
    expect([fetch, Request, XMLHttpRequest.prototype.open]).to.deep.equal(own);
  });

  it('leave code that computes no import as it is', async () => {
    const code = 'export default () => import.meta.url';
    expect(await absoluteSpecifiers(code)).to.equal(code);
    expect(await absoluteSpecifiers('import("./x.js")')).to.equal(
      `import("${new URL('x.js', document.baseURI)}")`,
    );
  });
});
