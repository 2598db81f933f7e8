import { expect } from '@esm-bundle/chai';
import { itReal } from './helpers/beside.ts';
import { openPage, type Page } from './helpers/pages.ts';
import { until } from './helpers/wait.ts';

/** What a demo's own test is given: the page, once its app is ready. */
export type Check = (page: Page) => Promise<void>;

const folders = (await (await fetch('/__folders/demos.json')).json()) as string[];
/** The demos' own tests, in the groups of the gallery; `real` is one of larger real files. */
const files = (await (await fetch('/__files/test/demos.json')).json()) as string[];
const checks = new Map(
  await Promise.all(
    folders.map(
      async (name) => [name, (await import(fileOf(name))) as { default: Check; real?: Check }] as const,
    ),
  ),
);
const gallery = new DOMParser().parseFromString(await (await fetch('/index.html')).text(), 'text/html');

/** Gives the URL of a demo's own test. */
function fileOf(name: string): string {
  const file = files.find((each) => each.endsWith(`/${name}.ts`));
  if (!file) throw new Error(`test/demos has no ${name}.ts in any of its folders`);
  return `/${file}`;
}

/** Opens a demo and waits until its app is ready. */
async function openDemo(name: string, width?: number): Promise<Page> {
  const page = await openPage(`/demos/${name}/index.html`, width);
  await ready(page);
  return page;
}

async function ready(page: Page): Promise<void> {
  const app = await page.find<HTMLElement & { ready: Promise<void> }>(
    'riv-interface:defined, riv-blocks:defined',
  );
  await app.ready;
}

describe('demos', () => {
  before(async () => {
    const { ok } = await fetch('/dist/rivulet.js');
    expect(ok, 'dist/ is built (npm run build)').to.equal(true);
  });

  for (const name of folders) {
    describe(name, function () {
      this.timeout(30_000);

      const { default: check, real } = checks.get(name)!;
      const perform = async (job: Check) => {
        const page = await openDemo(name);
        try {
          await job(page);
          expect(page.problems()).to.deep.equal([]);
        } finally {
          page.close();
        }
      };

      it('does its job without a word on the console', () => perform(check));
      if (real) itReal('does its job with real files', () => perform(real));

      it('has a stand-in until it runs, and without scripts', async () => {
        const page = await openPage(`/demos/${name}/index.html`, 375, false);
        const fallback = page.document.querySelector<HTMLElement>('.fallback')!;
        await until(() => fallback.checkVisibility({ visibilityProperty: true }), 'the stand-in');
        expect(page.document.querySelector('main')!.innerText.trim()).to.equal(fallback.innerText.trim());
        page.close();
      });

      describe('on a narrow screen', () => {
        let page: Page;

        before(async () => {
          page = await openDemo(name, 375);
        });

        after(() => page.close());

        it('says what it is, leads back and to its source, and is in the gallery', async () => {
          const { document } = page;
          const line = document.querySelector<HTMLMetaElement>('meta[name="description"]')!.content;
          const links = [...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href'));
          expect(document.querySelector('h1')!.textContent).to.equal(document.title);
          expect(document.querySelector('header p')!.textContent).to.equal(line);
          expect(links).to.deep.equal(['../../index.html', `../source.html#${name}`]);
          const card = gallery.querySelector(`a[href="demos/${name}/index.html"]`)?.closest('li');
          expect(card, 'its card; npm run build writes it').to.exist;
          expect(card!.querySelector('h3')!.textContent).to.equal(document.title);
          expect(card!.querySelector('p')!.textContent).to.equal(line);
          for (const [selector, name] of [
            ['img', 'src'],
            ['source', 'srcset'],
          ] as const) {
            const picture = await fetch(`/${card!.querySelector(selector)?.getAttribute(name)}`);
            expect(picture.ok, 'its picture; node scripts/pictures.js takes it').to.equal(true);
            expect((await picture.blob()).size, 'bytes of its picture').to.be.below(25_000);
          }
        });

        it('fits, and its stand-in is gone', async () => {
          const root = page.document.documentElement;
          expect(root.scrollWidth, 'width of the page').to.be.at.most(375);
          await until(
            () => !page.document.querySelector<HTMLElement>('.fallback')?.checkVisibility(),
            'the app in place of its stand-in',
          );
        });
      });
    });
  }

  it('shows the source of a demo, with the modules that it uses', async () => {
    const page = await openPage('/demos/source.html#streaming_filter_unified');
    const titles = () => [...page.document.querySelectorAll('h2')].map((title) => title.textContent);
    await until(() => titles().length >= 6, 'six files');
    expect(titles()).to.deep.equal([
      'streaming_filter_unified/index.html',
      'streaming_filter/handlers.js',
      'streaming_filter/canny.js',
      'streaming_filter/cartoon.js',
      'streaming_filter/picture.js',
      'streaming_filter/smoothing.js',
    ]);
    page.close();
  });
});
