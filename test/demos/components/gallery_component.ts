import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { cells, captions } from '../../helpers/components/gallery.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const host = await page.find('#hills');
  await until(() => cells(host).length === 6, 'six cells');
  expect(captions(host)).to.deep.equal(['Dawn', 'Noon', 'Dusk', 'Night', 'Fog', 'Something that moves']);
  await until(
    () => [...host.shadowRoot!.querySelectorAll('img')].every(({ naturalWidth }) => naturalWidth === 640),
    'five pictures',
  );
  await page.press('Night');
  const preview = await until(() => host.shadowRoot!.querySelector('[role=dialog]'), 'a preview');
  expect(preview.getAttribute('aria-label')).to.equal('Preview: Night');
  await page.press('Next');
  await until(() => preview.getAttribute('aria-label') === 'Preview: Fog', 'the next one');
  await page.press('Close');
  await until(() => cells(host).length === 6, 'the grid again');
};

export default check;
