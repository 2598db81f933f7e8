import { expect } from '@esm-bundle/chai';
import { openPage, pick, write } from './helpers/pages.ts';
import { until } from './helpers/wait.ts';

describe('the starter page', () => {
  for (const width of [375, 1280])
    it(`does its job at ${width} px, without a word on the console`, async () => {
      const page = await openPage('/starter/index.html', width);
      const [a, operation, b] = page.document.querySelectorAll<HTMLElement>('[slot="input"]');
      const result = await page.find('[slot="output"]');
      await until(() => customElementsOf(page).get('riv-interface'), 'the library');
      write(a!, '6');
      await until(() => result.value === 11, '6 + 5');
      pick(operation!, 'divide');
      await until(() => result.value === 1.2, '6 / 5');
      write(b!, '0');
      await until(() => result.status.stage === 'error', 'its own error');
      write(b!, '2');
      await until(() => result.value === 3, '6 / 2');
      expect(page.document.documentElement.scrollWidth).to.be.at.most(width);
      expect(page.document.getElementById('missing')!.checkVisibility()).to.equal(false);
      expect(page.problems()).to.deep.equal([]);
      page.close();
    });

  it('says so where the script cannot be loaded', async () => {
    const page = await openPage('/starter/index.html?offline');
    const words = page.document.getElementById('missing')!;
    await until(() => words.checkVisibility(), 'the message');
    expect(words.innerText).to.match(/could not be loaded/);
    expect(
      page.document.querySelector('riv-interface > p')!.checkVisibility(),
      'that it is loading',
    ).to.equal(false);
    page.close();
  });
});

const customElementsOf = (page: { window: Window & typeof globalThis }) => page.window.customElements;
