import { expect } from '@esm-bundle/chai';
import { Blocks } from '../../src/index.ts';
import { clearPage, mount } from '../helpers/page.ts';
import { until } from '../helpers/wait.ts';

const NAMES = ['soft', 'mono', 'glass', 'ocean', 'citrus'];

/** What is read of a token within an app: red, green, blue, 0 … 255, and how opaque, 0 … 1. */
function colourOf(app: Element, token: string): number[] {
  const probe = document.createElement('i');
  app.shadowRoot!.append(probe);
  probe.style.color = `var(${token})`;
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')!;
  context.fillStyle = getComputedStyle(probe).color;
  probe.remove();
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!, alpha! / 255];
}

const over = ([r = 0, g = 0, b = 0, a = 1]: number[], ground: number[]): number[] =>
  [r, g, b].map((part, at) => part * a + ground[at]! * (1 - a));

function luminance(colour: number[]): number {
  const [r, g, b] = colour.map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: number[], other: number[]): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const accentOf = (app: Element): string => colourOf(app, '--_accent').join();

describe('a named theme', () => {
  afterEach(clearPage);

  for (const name of ['', ...NAMES])
    for (const scheme of ['light', 'dark'])
      it(`${name || 'none'} in ${scheme} has text that can be read`, async () => {
        const app = await mount(new Blocks({ theme: `${name} ${scheme}`.trim() }));
        const plain = await mount(new Blocks({ theme: scheme }));
        if (name) await until(() => accentOf(app) !== accentOf(plain));
        expect(app.getAttribute('scheme')).to.equal(scheme);
        // The least favourable of what may lie behind a surface that is seen through.
        const behind = scheme === 'light' ? [222, 222, 245] : [60, 24, 100];
        for (const ground of ['--_surface', '--_surface-2'])
          for (const ink of ['--_text', '--_text-muted', '--_accent', '--_danger']) {
            const paper = over(colourOf(app, ground), behind);
            const ratio = contrast(over(colourOf(app, ink), paper), paper);
            expect(ratio, `${ink} on ${ground}: ${ratio.toFixed(2)}`).to.be.at.least(4.5);
          }
        const ratio = contrast(
          colourOf(app, '--_on-accent').slice(0, 3),
          colourOf(app, '--_accent').slice(0, 3),
        );
        expect(ratio, `on the accent: ${ratio.toFixed(2)}`).to.be.at.least(4.5);
      });

  it('gives way to another, to none, and to a rule of the page', async () => {
    const app = await mount(new Blocks({ theme: 'light' }));
    const usual = accentOf(app);
    const sheets = app.shadowRoot!.adoptedStyleSheets.length;
    app.theme = 'ocean light';
    await until(() => accentOf(app) === '3,105,161,1');
    app.theme = 'citrus light';
    await until(() => accentOf(app) === '77,124,15,1');
    app.style.setProperty('--riv-accent', '#ff0000');
    expect(accentOf(app)).to.equal('255,0,0,1');
    app.style.removeProperty('--riv-accent');
    app.theme = 'ocean citrus light';
    await until(() => app.shadowRoot!.adoptedStyleSheets.length > sheets + 1);
    app.theme = 'light';
    await until(() => accentOf(app) === usual);
  });

  it('that there is not is told of, and changes nothing', async () => {
    const told: string[] = [];
    const stop = new AbortController();
    document.addEventListener('riv-hint', (event) => told.push((event as CustomEvent).detail.message), {
      signal: stop.signal,
    });
    const plain = await mount(new Blocks({ theme: 'light' }));
    const app = await mount(new Blocks({ theme: 'ocen light' }));
    await until(() => told.length > 0);
    stop.abort();
    expect(told[0]).to.equal(
      '<riv-blocks> names the theme "ocen", which there is not; did you mean "ocean"?',
    );
    expect(accentOf(app)).to.equal(accentOf(plain));
  });
});
