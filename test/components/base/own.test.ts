import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import { clearPage, mount, parse } from '../../helpers/page.ts';
import { until } from '../../helpers/wait.ts';

/** As in docs/guide/own-components.md, but for its looks. */
class Stars extends rv.RivElement<number> {
  static override events = ['change', 'input'];
  static override kind = 'Stars';
  static override properties = { value: { type: Number }, most: { type: Number } };
  declare value: number;
  declare most: number;

  constructor(options?: object) {
    super(options);
    this.value = 0;
    this.most = 5;
  }

  override get emptyValue() {
    return 0;
  }

  protected override accept(given: unknown) {
    const stars = Number(given ?? 0);
    if (!(stars >= 0 && stars <= this.most)) throw this.refuse(given, `stars from 0 to ${this.most}`);
    return stars;
  }

  protected override renderControl() {
    return rv.html`<button id="control" ?disabled=${!this.editable} @click=${() => this.commit(this.value + 1)}>
      ${'★'.repeat(this.value)}</button>`;
  }
}

const OwnStars = rv.define('own-stars', Stars);
customElements.define('plain-stars', class extends Stars {});
const PlainStars = customElements.get('plain-stars') as typeof Stars;

describe('components of a page', () => {
  afterEach(clearPage);

  for (const [name, Class, tag] of [
    ['by define()', OwnStars, 'own-stars'],
    ['by customElements.define', PlainStars, 'plain-stars'],
  ] as const) {
    describe(name, () => {
      it('takes options, attributes, and the default of one that goes away', async () => {
        const made = new Class({ value: 2, label: 'Food' });
        await mount(made);
        expect([made.value, made.label, made.most]).to.deep.equal([2, 'Food', 5]);
        const host = await parse<Stars>(`<${tag} value="3" label="Food" most="9"></${tag}>`);
        expect([host.value, host.most]).to.deep.equal([3, 9]);
        host.removeAttribute('most');
        expect(host.most).to.equal(5);
        expect(host.shadowRoot!.querySelector('label')!.textContent).to.equal('Food');
      });

      it('takes part in a run, as input and as output, and tells of edits', async () => {
        const [stars, twice] = [new Class({ label: 'in' }), new Class({ label: 'out' })];
        const app = new rv.Interface({
          fn: ((n: number) => n * 2) as never,
          inputs: stars as never,
          outputs: twice as never,
          live: true,
        });
        document.body.append(app);
        await app.ready;
        await stars.updateComplete;
        stars.shadowRoot!.querySelector('button')!.click();
        await until(() => twice.value === 2, 'the result');
        expect([stars.editable, twice.editable]).to.deep.equal([true, false]);
        await app.updateComplete;
      });

      it('refuses what does not fit, with words at the element', async () => {
        const stars = await mount(new Class({ label: 'Food' }));
        expect(() => stars.fromHandler(6)).to.throw(`Food (${tag}) got 6, expected stars from 0 to 5`);
        stars.value = 7;
        expect([stars.value, stars.message.includes('expected stars from 0 to 5')]).to.deep.equal([0, true]);
        stars.update({ most: 10, value: 7 });
        expect([stars.value, stars.message]).to.deep.equal([7, '']);
      });
    });
  }

  it('are names in inputs and outputs, and refuse a tag that is taken', async () => {
    const app = new rv.Interface({
      fn: ((n: number) => n) as never,
      inputs: 'own-stars' as never,
      outputs: 'number',
    });
    document.body.append(app);
    await app.ready;
    expect(app.querySelector('own-stars')).to.be.instanceOf(OwnStars);
    expect(() => rv.define('own-stars', class extends Stars {})).to.throw('an element <own-stars> already');
  });
});
