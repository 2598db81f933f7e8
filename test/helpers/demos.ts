import { expect } from '@esm-bundle/chai';
import { itReal } from './beside.ts';
import { openPage, type Page } from './pages.ts';
import { until } from './wait.ts';

/** What a demo's own test is given: the page, once its app is ready. */
export type Check = (page: Page) => Promise<void>;

const gallery = new DOMParser().parseFromString(await (await fetch('/index.html')).text(), 'text/html');

/** A module with a demo's own test; `real` is one of larger real files. */
interface Checks {
  default: Check;
  real?: Check;
}

/** Lists the folders in `demos/`. */
export const demos = (): Promise<string[]> => json('/__folders/demos.json');

/** Lists the modules with the demos' own tests: one for each demo, in folders of `test/demos/`, the groups of the gallery. */
export const demoTests = async (): Promise<string[]> =>
  (await json('/__files/test/demos.json')).filter((path) => !path.endsWith('.test.ts'));

async function json(url: string): Promise<string[]> {
  return (await fetch(url)).json() as Promise<string[]>;
}

/** Opens a demo and waits until its app is ready. */
async function openDemo(name: string, width?: number): Promise<Page> {
  const page = await openPage(`/demos/${name}/index.html`, width);
  await ready(page);
  return page;
}

async function ready(page: Page): Promise<void> {
  const app = await page.find<HTMLElement & { ready: Promise<void> }>(
    'riv-interface:defined, riv-blocks:defined, riv-chat-interface:defined, riv-playground:defined',
  );
  await app.ready;
}

/** Defines the tests of the demos of one group: each opens, says what it is, fits a narrow screen, and does its job. */
export async function testDemos(group: string): Promise<void> {
  const paths = (await demoTests()).filter((path) => path.startsWith(`test/demos/${group}/`));
  const modules = await Promise.all(paths.map((path) => import(`/${path}`) as Promise<Checks>));
  const named = modules.map((checks, n) => [/(\w+)\.ts$/.exec(paths[n]!)![1]!, checks] as const);

  describe(`demos: ${group}`, () => {
    before(async () => {
      const { ok } = await fetch('/dist/rivulet.js');
      expect(ok, 'dist/ is built (npm run build)').to.equal(true);
    });

    for (const [name, { default: check, real }] of named) {
      describe(name, function () {
        this.timeout(30_000);

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
            expect(links).to.deep.equal([
              '../../index.html',
              `../../playground/index.html?open=demos/${name}`,
              `../source.html#${name}`,
            ]);
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
  });
}
