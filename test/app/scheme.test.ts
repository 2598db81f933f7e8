import { expect } from '@esm-bundle/chai';
import { emulateMedia } from '@web/test-runner-commands';
import { canEmulateMedia, resetMedia } from '../helpers/media-features.ts';
import { LitElement, html } from 'lit';
import { Scheme, schemeStyles } from '../../src/app/scheme.ts';
import { tokens } from '../../src/components/styles/tokens.ts';
import { until } from '../helpers/wait.ts';
import { clearPage, mount } from '../helpers/page.ts';

class Themed extends LitElement {
  static override styles = [tokens, schemeStyles];
  theme: '' | 'light' | 'dark' = '';
  scheme = new Scheme(this);
  protected override render(): unknown {
    return html`<slot></slot>`;
  }
}
customElements.define('x-themed', Themed);

const DARK = 'rgb(237, 237, 240)';
const LIGHT = 'rgb(28, 28, 32)';
const text = (app: Themed): string => getComputedStyle(app).color;
const seeThrough = (app: Themed): boolean => getComputedStyle(app).backgroundColor === 'rgba(0, 0, 0, 0)';

describe('the colour scheme of an app', () => {
  afterEach(async () => {
    clearPage();
    document.body.removeAttribute('style');
    await resetMedia();
  });

  if (canEmulateMedia) {
    it('[C152] follows the system live where the page does', async () => {
      document.body.style.colorScheme = 'light dark';
      const app = await mount(new Themed());
      expect([text(app), seeThrough(app)]).to.deep.equal([LIGHT, true]);
      await emulateMedia({ colorScheme: 'dark' });
      await until(() => text(app) === DARK && seeThrough(app));
      await emulateMedia({ colorScheme: 'light' });
      await until(() => text(app) === LIGHT && seeThrough(app));
    });

    it('stays light on a page that says nothing and so is white, also on a dark system', async () => {
      await emulateMedia({ colorScheme: 'dark' });
      const app = await mount(new Themed());
      expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(true);
      expect([text(app), seeThrough(app)]).to.deep.equal([LIGHT, true]);
    });
  }

  it('takes the color-scheme that the page declares', async () => {
    document.body.style.colorScheme = 'dark';
    const app = await mount(new Themed());
    expect([text(app), seeThrough(app), app.hasAttribute('scheme')]).to.deep.equal([DARK, true, false]);
  });

  it('suits the colour behind it, also when that changes', async () => {
    document.body.style.background = '#111';
    const app = await mount(new Themed());
    expect([text(app), seeThrough(app)]).to.deep.equal([DARK, true]);
    document.body.style.background = 'beige';
    await until(() => text(app) === LIGHT);
    if (!canEmulateMedia) return;
    await emulateMedia({ colorScheme: 'dark' });
    await until(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect([text(app), seeThrough(app)]).to.deep.equal([LIGHT, true]);
  });

  const head = (html: string): Element => {
    document.head.insertAdjacentHTML('beforeend', html);
    return document.head.lastElementChild!;
  };

  it('is as dark as what is painted, whatever the page declares', async () => {
    const meta = head('<meta name="color-scheme" content="light dark">');
    const style = head('<style>body[data-theme="dark"] { background: #131416; }</style>');
    try {
      document.body.dataset.theme = 'dark';
      const app = await mount(new Themed());
      expect([text(app), seeThrough(app)]).to.deep.equal([DARK, true]);
      document.body.style.cssText = 'color-scheme: dark; background: white';
      await until(() => text(app) === LIGHT && seeThrough(app));
    } finally {
      meta.remove();
      style.remove();
      delete document.body.dataset.theme;
    }
  });

  for (const [place, attribute, value] of [
    ['html', 'class', 'dark'],
    ['html', 'data-theme', 'dark'],
    ['html', 'data-bs-theme', 'dark'],
    ['body', 'data-md-color-scheme', 'slate'],
    ['main', 'class', 'dark'],
    ['main', 'data-user-color-mode', 'dark'],
  ] as const)
    it(`follows ${attribute} of <${place}> live`, async () => {
      const style = head(`<style>${place}[${attribute}="${value}"] { background: #1b1b1d; }</style>`);
      const main = document.createElement('main');
      document.body.append(main);
      try {
        const app = await mount(new Themed(), main);
        const element = document.querySelector(place)!;
        expect(text(app)).to.equal(LIGHT);
        element.setAttribute(attribute, value);
        await until(() => text(app) === DARK && seeThrough(app));
        element.removeAttribute(attribute);
        await until(() => text(app) === LIGHT && seeThrough(app));
      } finally {
        style.remove();
      }
    });

  it('follows a colour that fades in, and a stylesheet that comes later', async () => {
    const app = await mount(new Themed());
    document.body.style.cssText = 'background: white; transition: background-color 50ms';
    getComputedStyle(document.body).backgroundColor;
    document.body.style.backgroundColor = '#111';
    await until(() => text(app) === DARK);
    document.body.removeAttribute('style');
    await until(() => text(app) === LIGHT);
    const link = head(
      '<link rel="stylesheet" href="data:text/css,body{background:%23111}">',
    ) as HTMLLinkElement;
    await until(() => text(app) === DARK);
    link.disabled = true;
    await until(() => text(app) === LIGHT);
    link.remove();
  });

  it('has the colours of the place to which it was moved', async () => {
    const main = document.createElement('main');
    main.style.background = '#111';
    document.body.append(main);
    const app = await mount(new Themed());
    expect(text(app)).to.equal(LIGHT);
    main.append(app);
    await until(() => text(app) === DARK);
  });

  it('looks seldom, however often the page changes', async () => {
    await mount(new Themed());
    const { getComputedStyle } = window;
    let count = 0;
    window.getComputedStyle = (...parts) => {
      count++;
      return getComputedStyle.call(window, ...parts);
    };
    try {
      for (let i = 0; i < 100; i++) {
        document.documentElement.style.setProperty('--scrolled', String(i));
        await Promise.resolve();
      }
      await until(() => count > 0);
    } finally {
      window.getComputedStyle = getComputedStyle;
      document.documentElement.removeAttribute('style');
    }
    expect(count).to.be.below(20);
  });

  it('does what its theme says, on its own ground', async () => {
    const app = new Themed();
    app.theme = 'dark';
    await mount(app);
    expect([text(app), seeThrough(app)]).to.deep.equal([DARK, false]);
    app.theme = 'light';
    app.requestUpdate();
    await app.updateComplete;
    expect([text(app), seeThrough(app)]).to.deep.equal([LIGHT, true]);
  });

  it('[C152] is dark for ?__theme=dark in the address', async () => {
    const before = location.href;
    const url = new URL(before);
    url.searchParams.set('__theme', 'dark');
    history.replaceState(null, '', url);
    const app = await mount(new Themed());
    history.replaceState(null, '', before);
    expect(text(app)).to.equal(DARK);
  });

  it('[C153] has one colour that re-themes all, with readable text on it', async () => {
    const app = await mount(new Themed());
    const probe = document.createElement('i');
    probe.style.cssText = 'color: var(--_on-accent)';
    app.shadowRoot?.append(probe);
    const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    const on = (accent: string): number => {
      app.style.setProperty('--riv-accent', accent);
      context.fillStyle = getComputedStyle(probe).color;
      context.fillRect(0, 0, 1, 1);
      return context.getImageData(0, 0, 1, 1).data[0] as number;
    };
    expect([on('#c2410c'), on('navy'), on('#fb923c'), on('yellow'), on('red')]).to.deep.equal([
      255, 255, 0, 0, 0,
    ]);
  });
});
