import { expect } from '@esm-bundle/chai';
import { RivLabel } from '../../../src/components/label/label.ts';
import { until } from '../../helpers/wait.ts';
import { clearPage, mount } from '../../helpers/page.ts';

describe('the status of the very first run', () => {
  after(clearPage);

  it('is shown as soon as what shows it is there, with all that was said meanwhile', async () => {
    const output = await mount(new RivLabel({ label: 'Animal' }));
    expect(customElements.get('riv-status')).to.equal(undefined);
    output.status = { stage: 'pending', show: 'full', since: performance.now() };
    await output.updateComplete;
    output.status = { stage: 'error', show: 'full', error: { name: 'Error', message: 'No animal.' } };
    await until(() =>
      output.shadowRoot?.querySelector('riv-status')?.shadowRoot?.textContent?.includes('No animal.'),
    );
    expect(output.getAttribute('stage')).to.equal('error');
  });
});
