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
