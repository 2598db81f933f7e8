import { expect } from '@esm-bundle/chai';
import { configure, Interface, Number as Num, Radio, Textbox } from '../../src/index.ts';
import { languages } from '../../src/words/locale.ts';
import { until } from '../helpers/wait.ts';
import { clearPage, mount } from '../helpers/page.ts';

const root = (element: Element) => element.shadowRoot!;
const textOf = (element: Element, css: string) => root(element).querySelector(css)?.textContent?.trim();

/** What the console warns of while `work` lasts. */
async function warnings(work: (seen: string[]) => unknown): Promise<string[]> {
  const seen: string[] = [];
  const { warn } = console;
  console.warn = (...words) => void seen.push(words.join(' '));
  try {
    await work(seen);
  } finally {
    console.warn = warn;
  }
  return seen;
}

describe('words', () => {
  afterEach(() => {
    configure({ locale: null, words: null });
    clearPage();
  });

  it('are English in an English browser', async () => {
    const radio = await mount(new Radio({ choices: [] }));
    expect(textOf(radio, '.empty')).to.equal('No choices');
  });

  it('are those of the language that is configured, also where they are shown already, and English again', async () => {
    const radio = await mount(new Radio({ choices: [] }));
    configure({ locale: 'de' });
    await until(() => textOf(radio, '.empty') === 'Keine Auswahl');
    configure({ locale: 'pt-BR' });
    await until(() => textOf(radio, '.empty') === 'Sem opções');
    configure({ locale: 'en' });
    await until(() => textOf(radio, '.empty') === 'No choices');
  });

  for (const code of Object.keys(languages))
    it(`speak ${code}`, async () => {
      const words = (await languages[code]!()).default;
      const radio = await mount(new Radio({ choices: [] }));
      configure({ locale: code });
      await until(() => textOf(radio, '.empty') === words.noChoices);
    });

  it('stand for what a property says by default, and not for what the page wrote', async () => {
    const inputs = [new Num({ label: 'a' })];
    const app = await mount(new Interface({ fn: (a: number) => a, inputs, outputs: [new Num()] }));
    configure({ locale: 'fr' });
    await until(() => textOf(app, '#clear') === 'Effacer');
    app.clearLabel = 'Weg';
    await until(() => textOf(app, '#clear') === 'Weg');
  });

  it('fill their places with numbers as the language writes them', async () => {
    const choices = [...Array(1300).keys()].map(String);
    const radio = await mount(new Radio({ choices }));
    configure({ locale: 'de' });
    await until(() => /weitere von 1\.300 anzeigen/.test(textOf(radio, '.more') ?? ''));
  });

  it('name what has no label', async () => {
    const box = await mount(new Textbox());
    configure({ locale: 'es' });
    await until(() => root(box).querySelector('#control')?.getAttribute('aria-label') === 'Cuadro de texto');
  });

  it('of the page come before those of every language', async () => {
    const radio = await mount(new Radio({ choices: [] }));
    configure({ locale: 'de', words: { noChoices: 'Leer!' } });
    await until(() => textOf(radio, '.empty') === 'Leer!');
    configure({ words: null });
    await until(() => textOf(radio, '.empty') === 'Keine Auswahl');
  });

  it('that there are not are told of, as are those that are none', async () => {
    const radio = await mount(new Radio({ choices: [] }));
    const seen = await warnings(async (seen) => {
      configure({ words: { noChoice: 'x', noChoices: 7 } as never });
      await until(() => seen.length >= 2);
    });
    expect(textOf(radio, '.empty')).to.equal('No choices');
    expect(seen.join('\n')).to.match(/no word "noChoice"; did you mean "noChoices"\?/);
    expect(seen.join('\n')).to.match(/the word "noChoices" got 7, expected a text/);
  });

  it('of a language that there is not stay English, and it is told', async () => {
    const radio = await mount(new Radio({ choices: [] }));
    configure({ locale: 'de' });
    await until(() => textOf(radio, '.empty') === 'Keine Auswahl');
    const seen = await warnings(async () => {
      configure({ locale: 'tlh' });
      await until(() => textOf(radio, '.empty') === 'No choices');
    });
    expect(seen.join()).to.match(/no words for the locale "tlh"; there are en, de, .*English stands/);
  });

  it('that cannot be loaded leave English, and it is told', async () => {
    const { de } = languages;
    languages.de = () => import(`${location.origin}/nowhere/de.js`);
    const radio = await mount(new Radio({ choices: [] }));
    const seen = await warnings(async (seen) => {
      configure({ locale: 'de' });
      await until(() => seen.join().includes('could not be loaded'));
    }).finally(() => (languages.de = de!));
    expect(seen.join()).to.match(/The words of "de" could not be loaded; English stands/);
    expect(textOf(radio, '.empty')).to.equal('No choices');
    configure({ locale: 'de' });
    await until(() => textOf(radio, '.empty') === 'Keine Auswahl');
  });
});

describe('a language that is read from right to left', () => {
  const app = () => mount(new Interface({ fn: (a: number) => a, inputs: [new Num()], outputs: [new Num()] }));
  const side = (element: Element) => getComputedStyle(element).direction;

  afterEach(async () => {
    configure({ locale: null });
    document.body.querySelector('riv-interface')?.remove();
    document.body.removeAttribute('dir');
  });

  it('turns an app, and back', async () => {
    const one = await app();
    configure({ locale: 'ar' });
    await until(() => side(one) === 'rtl');
    expect(side(one.inputs[0]!)).to.equal('rtl');
    configure({ locale: 'en' });
    await until(() => side(one) === 'ltr');
    expect(one.hasAttribute('dir')).to.equal(false);
  });

  it('leaves alone what the page has given a direction', async () => {
    document.body.dir = 'ltr';
    const one = await app();
    configure({ locale: 'ar' });
    await until(() => textOf(one, '#clear') === 'مسح');
    expect(side(one)).to.equal('ltr');
  });
});
