import { expect } from '@esm-bundle/chai';
import { openPage, type Component, type Page } from './helpers/pages.ts';
import { until } from './helpers/wait.ts';

interface Sample {
  language: string;
  /** Name of the file that the sample is, when it is no page. */
  name?: string;
  line: number;
}

const list = async <T>(path: string) => (await (await fetch(path)).json()) as T;
const text = async (path: string) => (await fetch(path)).text();
const files = (await list<string[]>('/__files/docs.json')).filter((file) => file.endsWith('.md'));
const pages = ['README.md', ...files];
const samples = await Promise.all(pages.map((file) => list<Sample[]>(`/__samples/${file}.json`)));

/** Nothing is on, and nothing has failed. */
function settled({ document }: Page): boolean {
  const stages = components(document).map(({ status }) => status?.stage);
  return !stages.some((stage) => stage === 'pending' || stage === 'generating');
}

const components = (document: Document) =>
  [...document.querySelectorAll<Component>('*')].filter(({ localName }) => localName.startsWith('riv-'));

/** Presses all that can be pressed, apart from cameras, and waits for the results. */
async function tryOut(page: Page): Promise<void> {
  const { document } = page;
  for (const app of document.querySelectorAll<
    HTMLElement & { ready: Promise<void>; live: boolean; run(): void }
  >('riv-interface, riv-blocks')) {
    await app.ready;
    const records = app.querySelector('riv-image[sources="webcam"], riv-image[slot="input"]');
    if (app.localName === 'riv-interface' && !app.live && !records) app.run();
  }
  for (const button of document.querySelectorAll('riv-button')) {
    (button as HTMLElement).click();
    await until(() => settled(page), 'the end of a run');
  }
  await until(() => settled(page), 'the end of the run');
  const failed = components(document).find(({ status }) => status?.stage === 'error');
  expect(failed?.localName, 'what shows an error').to.equal(undefined);
}

describe('docs', function () {
  this.timeout(15_000);

  pages.forEach((file, at) => {
    describe(file, () => {
      samples[at]!.forEach(({ language, name, line }, index) => {
        if (name || !['js', 'html', 'md'].includes(language)) return;
        it(`runs the sample at line ${line}`, async () => {
          const page = await openPage(`/__samples/${file}/${index}/`);
          try {
            // A module is done when what comes after it in the same page has run.
            await until(
              () =>
                page.document.querySelector('riv-interface, riv-blocks, riv-textbox') ??
                (language === 'js'
                  ? (page.window as { done?: boolean }).done // it makes no element
                  : page.window.customElements.get('riv-interface')),
              'an element of Rivulet',
            );
            if (language === 'js')
              await until(() => (page.window as { done?: boolean }).done, 'the end of the sample');
            await tryOut(page);
            expect(page.problems()).to.deep.equal([]);
          } finally {
            page.close();
          }
        });
      });

      it('has links that lead somewhere', async () => {
        const markdown = await text(`/${file}`);
        for (const [, link = ''] of markdown.matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
          const url = new URL(link, `${location.origin}/${file}`);
          const target = await fetch(url);
          expect(target.ok, link).to.equal(true);
          if (!url.hash) continue;
          const headings = [...(await target.text()).matchAll(/^#+ +(.+)$/gm)].map(([, title]) =>
            title!
              .toLowerCase()
              .replace(/[^\w\s-]/g, '')
              .trim()
              .replace(/\s/g, '-'),
          );
          expect(headings, link).to.include(url.hash.slice(1));
        }
      });

      it('names only properties of style that there are', async () => {
        const [markdown, tokens] = await Promise.all([
          text(`/${file}`),
          text('/src/components/styles/tokens.ts'),
        ]);
        const known = new Set(tokens.match(/--riv-[\w-]+/g));
        for (const name of markdown.match(/--riv-[\w-]*\w/g) ?? []) expect([...known], name).to.include(name);
      });
    });
  });

  it('names this version wherever it names one', async () => {
    const { version } = await list<{ version: string }>('/package.json');
    for (const file of ['README.md', 'starter/index.html', ...files]) {
      const named = (await text(`/${file}`)).matchAll(/rivulet@([\w.-]+)|rivulet-(\d[\w.-]+)\.zip/g);
      for (const [whole, ...versions] of named) expect(versions, `${file}: ${whole}`).to.include(version);
    }
  });

  it('explains every token', async () => {
    const [styling, tokens] = await Promise.all([
      text('/docs/guide/styling.md'),
      text('/src/components/styles/tokens.ts'),
    ]);
    for (const name of new Set(tokens.match(/--riv-[\w-]+\w/g)))
      expect(styling, name).to.include(`\`${name}\``);
  });
});
