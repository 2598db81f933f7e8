import { expect } from '@esm-bundle/chai';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { RivButton } from '../../src/components/button/button.ts';
import { axeProblems } from '../helpers/axe.ts';
import { clearPage, mount, parse, record } from '../helpers/page.ts';
import { once } from '../helpers/wait.ts';

const inner = (host: RivButton): HTMLElement => host.shadowRoot?.getElementById('control') as HTMLElement;
const ONCE = ['click', 'click@document'];

describe('riv-button', () => {
  afterEach(clearPage);

  for (const scheme of ['light', 'dark']) {
    it(`has no problem that axe finds, in every variant and state (${scheme})`, async () => {
      const page = document.createElement('main');
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      document.body.append(page);
      for (const variant of ['primary', 'secondary', 'stop'] as const)
        for (const size of ['sm', 'md', 'lg'] as const) await mount(new RivButton({ variant, size }), page);
      await mount(new RivButton({ interactive: false }), page);
      await mount(
        new RivButton({ value: '', icon: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=' }),
        page,
      );
      await mount(new RivButton({ value: 'Docs', link: '#docs' }), page);
      expect(await axeProblems(page)).to.deep.equal([]);
      const low = [...page.querySelectorAll('riv-button')].filter((host) => inner(host).offsetHeight < 32);
      expect(low).to.deep.equal([]);
    });
  }

  it('fires click once: by pointer, by Enter, by Space, by script', async () => {
    const host = await mount(new RivButton({ value: 'Go' }));
    const { left, top } = inner(host).getBoundingClientRect();
    const ways: (() => unknown)[] = [
      () => sendMouse({ type: 'click', position: [Math.round(left) + 10, Math.round(top) + 10] }),
      () => sendKeys({ press: 'Enter' }),
      () => sendKeys({ press: ' ' }),
      () => host.click(),
    ];
    for (const way of ways) {
      host.focus();
      const { seen, stop } = record(host, ['click']);
      await way();
      stop();
      expect(seen).to.deep.equal(ONCE);
    }
  });

  it('can be clicked by script before it is drawn', () => {
    const host = new RivButton();
    const { seen, stop } = record(host, ['click']);
    host.click();
    stop();
    expect(seen).to.deep.equal(['click']);
  });

  it('does nothing when interactive is false', async () => {
    const host = await mount(new RivButton({ interactive: false }));
    const { seen, stop } = record(host, ['click']);
    const { left, top } = inner(host).getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left) + 10, Math.round(top) + 10] });
    host.click();
    host.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    stop();
    expect((inner(host) as HTMLButtonElement).disabled).to.equal(true);
    expect(seen).to.deep.equal([]);
  });

  it('stays pressable when a handler writes its text, and fires change for that alone', async () => {
    const host = await mount(new RivButton({ value: 'Go' }));
    host.use('output');
    const { seen, stop } = record(host, ['change', 'input', 'click']);
    host.fromHandler('Went');
    host.fromHandler('Went');
    await host.updateComplete;
    host.click();
    stop();
    expect(inner(host).textContent?.trim()).to.equal('Went');
    expect(seen).to.deep.equal(['change', 'change@document', ...ONCE]);
  });

  it('gives its text to a handler', async () => {
    expect((await mount(new RivButton())).toHandler()).to.deep.equal({ kind: 'value', value: 'Run' });
    const host = await parse<RivButton>(
      '<riv-button value="Go" variant="primary" link-target="_blank"></riv-button>',
    );
    expect([host.value, host.variant, host.linkTarget]).to.deep.equal(['Go', 'primary', '_blank']);
  });

  it('is a link with link, and fires no click then', async () => {
    const host = await mount(new RivButton({ value: 'Docs', link: '#docs', linkTarget: '_self' }));
    const anchor = inner(host) as HTMLAnchorElement;
    expect([anchor.localName, anchor.hash, anchor.target]).to.deep.equal(['a', '#docs', '_self']);
    const { seen, stop } = record(host, ['click']);
    const gone = once(window, 'hashchange');
    host.click();
    await gone;
    stop();
    expect(location.hash).to.equal('#docs');
    history.replaceState(null, '', location.pathname + location.search);
    expect(seen).to.deep.equal([]);
  });

  it('is a link to nothing that runs: others are told of, and do nothing', async () => {
    const host = await mount(new RivButton({ link: './next.html' }));
    const href = () => host.shadowRoot!.querySelector('a')?.getAttribute('href') ?? null;
    expect(href()).to.equal('./next.html');
    const bad = [
      'javascript:alert(1)',
      ' JavaScript:alert(1)',
      'java\nscript:alert(1)',
      'java\tscript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      'file:///etc/passwd',
      { toString: () => 'javascript:alert(1)' } as never,
    ];
    const { error } = console;
    const told: unknown[] = [];
    console.error = (problem: unknown) => told.push(problem);
    try {
      for (const link of bad) {
        host.link = link;
        host.setAttribute('link', link);
        await host.updateComplete;
        expect(href(), link).to.equal('./next.html');
        expect(host.message, link).to.contain('expected a link: http, https, mailto');
        expect(() => host.update({ link }), link)
          .to.throw('expected a link')
          .with.property('name', 'ValueError');
      }
    } finally {
      console.error = error;
    }
    expect(told).to.have.length(2 * bad.length);
    for (const link of [
      'https://a.example/x',
      'mailto:a@b.example',
      'tel:1',
      'blob:http://a/1',
      '//a.example',
      '#x',
      '?y',
      '',
    ]) {
      host.link = link;
      await host.updateComplete;
      expect(href()).to.equal(link || null);
      expect(host.message).to.equal('');
    }
  });

  it('is no link while it is disabled', async () => {
    const host = await mount(new RivButton({ link: '#docs', interactive: false }));
    expect(inner(host).localName).to.equal('button');
  });
});
