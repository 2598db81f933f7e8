import { expect } from '@esm-bundle/chai';
import type { RivElement } from '../../../src/components/base/base.ts';
import { axeProblems } from '../axe.ts';
import { beforeUpgrade, clearPage, mount, parse, record } from '../page.ts';

/** A form control under test. */
export interface Control {
  tag: string;
  make(options?: object): RivElement;
  /** Options that the control needs to be of use, besides its label, and the same as attributes. */
  options: Record<string, unknown>;
  attributes: string;
  /** What the control holds when no value is given. */
  initial: unknown;
  /** A value other than the initial one, and the attribute that sets it. */
  value: unknown;
  valueAttribute: string;
  /** One edit by the user, with real keys, on the focused control; and the value it makes. */
  edit(): Promise<void>;
  edited: unknown;
  /** The events of one edit, in order. */
  events: readonly string[];
  /** What Clear leaves. */
  empty: unknown;
}

const EDITS = ['input', 'change', 'select'];

/** The name a screen reader gives the control: of its group, where it is one of a group. */
function spokenName(host: RivElement): string {
  const root = host.shadowRoot as ShadowRoot;
  const control = root.getElementById('control') as HTMLInputElement;
  const named = control.closest('[role$=group]') ?? control;
  const from = root.getElementById(named.getAttribute('aria-labelledby') ?? '') ?? control.labels?.[0];
  return named.getAttribute('aria-label') ?? from?.textContent?.trim() ?? '';
}

function described(host: RivElement): string {
  const root = host.shadowRoot as ShadowRoot;
  const ids = root.querySelector('[aria-describedby]')?.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => root.getElementById(id)?.textContent?.trim()).join(' ');
}

const natives = (host: RivElement): HTMLInputElement[] => [
  ...(host.shadowRoot as ShadowRoot).querySelectorAll<HTMLInputElement>('input, textarea, select, button'),
];

function overlap(one: Element, other: Element): boolean {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The rules of the contract that hold for every form control, whatever it holds. */
export function controlBattery(control: Control): void {
  const { tag, options, attributes } = control;
  const make = (more: object = {}): RivElement => control.make({ label: 'Thing', ...options, ...more });

  afterEach(clearPage);

  describe('every control: naming and looks', () => {
    for (const scheme of ['light', 'dark']) {
      it(`has no problem that axe finds, in every state (${scheme})`, async () => {
        const page = document.createElement('main');
        page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
        document.body.append(page);
        const plain = await mount(make({ info: 'Some help.' }), page);
        await mount(make({ label: '', id: 'unnamed' }), page);
        await mount(make({ value: control.value }), page);
        await mount(make({ value: control.value, interactive: false }), page);
        const output = await mount(make({ value: control.value }), page);
        output.use('output');
        const wrong = await mount(make(), page);
        wrong.message = 'This does not fit.';
        await wrong.updateComplete;
        expect(await axeProblems(page)).to.deep.equal([]);
        plain.focus();
        expect(await axeProblems(plain)).to.deep.equal([]);
      });
    }

    it('is named by its label, also by a hidden one and without a container', async () => {
      expect(spokenName(await mount(make()))).to.equal('Thing');
      expect(spokenName(await mount(make({ showLabel: false })))).to.equal('Thing');
      expect(spokenName(await mount(make({ container: false })))).to.equal('Thing');
    });

    it('has a name of its own without a label', async () => {
      expect(spokenName(await mount(make({ label: '' })))).to.not.equal('');
    });

    it('is described by its help and by what is wrong', async () => {
      const host = await mount(make({ info: 'Some help.' }));
      expect(described(host)).to.equal('Some help.');
      host.message = 'This does not fit.';
      await host.updateComplete;
      expect(described(host)).to.equal('Some help. This does not fit.');
    });

    it('offers a target of at least 32 px', async () => {
      const host = await mount(make());
      const target = (host.shadowRoot as ShadowRoot).querySelector(
        'label:has(.mark), .box, .range',
      ) as HTMLElement;
      expect(target.getBoundingClientRect().height).to.be.at.least(32);
    });

    it('shows its value beside what a run tells of its progress', async () => {
      const host = await mount(make({ value: control.value }));
      host.use('output');
      host.status = {
        stage: 'pending',
        show: 'full',
        since: performance.now() - 1000,
        progress: [{ fraction: 0.4, desc: 'Half' }],
      };
      await host.updateComplete;
      const root = host.shadowRoot as ShadowRoot;
      const status = root.querySelector('riv-status') as HTMLElementTagNameMap['riv-status'];
      await customElements.whenDefined('riv-status');
      await status.updateComplete;
      const told = [...(status.shadowRoot as ShadowRoot).querySelectorAll('[part=time], [part=progress]')];
      expect(told).to.have.length(2);
      const values = [...root.querySelectorAll('.entry, .track, .pill, .check')];
      const covered = values.filter((value) => told.some((words) => overlap(value, words)));
      expect(covered).to.deep.equal([]);
    });

    it('fits into 280 px', async () => {
      const narrow = document.createElement('div');
      narrow.style.width = '280px';
      document.body.append(narrow);
      const host = await mount(make({ label: 'A rather long label that has to wrap somewhere' }), narrow);
      const field = (host.shadowRoot as ShadowRoot).querySelector('.field') as HTMLElement;
      expect(field.scrollWidth).to.be.at.most(280);
    });
  });

  describe('every control: events', () => {
    it('[C37] fires each event of an edit once, input before change, on itself and as a bubbling event', async () => {
      const host = await mount(make());
      const { seen, details, stop } = record(host, EDITS);
      host.focus();
      await control.edit();
      stop();
      expect(seen).to.deep.equal(control.events.flatMap((name) => [name, `${name}@document`]));
      expect(host.value).to.deep.equal(control.edited);
      expect((details[0] as { value: unknown }).value).to.deep.equal(control.edited);
    });

    it('has the new value already when the first event of an edit comes', async () => {
      const host = await mount(make());
      let value: unknown;
      host.addEventListener('input', () => {
        value ??= host.value;
      });
      host.focus();
      await control.edit();
      expect(value).to.deep.equal(control.edited);
    });

    it('fires nothing when script sets the value', async () => {
      const host = await mount(make());
      const { seen } = record(host, EDITS);
      host.value = control.value as never;
      await host.updateComplete;
      expect(seen).to.deep.equal([]);
      expect(host.value).to.deep.equal(control.value);
    });

    it('[C38] fires nothing when it comes into the page with a value', async () => {
      const host = make({ value: control.value });
      const { seen } = record(host, EDITS);
      await mount(host);
      expect(seen).to.deep.equal([]);
    });

    it("[C37] fires change alone for a handler's value", async () => {
      const host = await mount(make());
      const { seen, stop } = record(host, EDITS);
      host.fromHandler(control.value);
      await host.updateComplete;
      stop();
      expect(seen).to.deep.equal(['change', 'change@document']);
      expect(host.value).to.deep.equal(control.value);
    });

    it('[C39] fires nothing when a handler gives the value it has', async () => {
      const host = await mount(make({ value: control.value }));
      const { seen } = record(host, EDITS);
      host.fromHandler(control.value);
      await host.updateComplete;
      expect(seen).to.deep.equal([]);
    });

    it('tells a handler what it holds', async () => {
      const host = await mount(make({ value: control.value }));
      expect(host.toHandler()).to.deep.equal({ kind: 'value', value: control.value });
    });

    it('is emptied by Clear, once', async () => {
      const host = await mount(make({ value: control.value }));
      const { seen, stop } = record(host, EDITS);
      host.clear();
      host.clear();
      stop();
      expect(seen).to.deep.equal(['change', 'change@document']);
      expect(host.value).to.deep.equal(control.empty);
    });

    it('takes null and undefined from a handler as nothing', async () => {
      for (const nothing of [null, undefined]) {
        const host = await mount(make({ value: control.value }));
        host.fromHandler(nothing);
        expect(host.value).to.deep.equal(control.empty);
      }
    });
  });

  describe('every control: who may edit', () => {
    it('[C74] is editable as an input, or when nothing is bound to it; not as a mere output', async () => {
      const alone = await mount(make());
      const input = await mount(make());
      input.use('output');
      input.use('input');
      const output = await mount(make());
      output.use('output');
      const forced = await mount(make({ interactive: true }));
      forced.use('output');
      expect([alone, input, output, forced].map((host) => host.editable)).to.deep.equal([
        true,
        true,
        false,
        true,
      ]);
    });

    it('disables every native control when interactive is false', async () => {
      const host = await mount(make({ value: control.value, interactive: false }));
      expect(natives(host).map((native) => native.disabled)).to.not.include(false);
      expect(natives(host)).to.not.be.empty;
    });

    it('does not change under the keys when it is only an output', async () => {
      const host = await mount(make({ value: control.value }));
      host.use('output');
      await host.updateComplete;
      const { seen } = record(host, EDITS);
      host.focus();
      await control.edit();
      expect(host.value).to.deep.equal(control.value);
      expect(seen).to.deep.equal([]);
    });
  });

  describe('every control: attributes, properties, life', () => {
    it('has its initial value without one', async () => {
      expect((await mount(make())).value).to.deep.equal(control.initial);
    });

    it('takes options, attributes and properties set before its upgrade alike', async () => {
      const byOption = await mount(make({ value: control.value, info: 'Help' }));
      const byAttribute = await parse<RivElement>(
        `<${tag} label="Thing" info="Help" ${attributes} value='${control.valueAttribute}'></${tag}>`,
      );
      const early = beforeUpgrade<RivElement>(tag);
      Object.assign(early, { label: 'Thing', info: 'Help', ...options, value: control.value });
      const byProperty = await mount(early);
      for (const host of [byOption, byAttribute, byProperty]) {
        expect(host.value).to.deep.equal(control.value);
        expect(host.info).to.equal('Help');
        expect(spokenName(host)).to.equal('Thing');
        expect(host.toHandler()).to.deep.equal({ kind: 'value', value: control.value });
      }
    });

    it('has its default again when an attribute goes away', async () => {
      const host = await parse<RivElement>(
        `<${tag} label="Thing" show-label="false" interactive="false" ${attributes} value='${control.valueAttribute}'></${tag}>`,
      );
      expect([host.editable, host.showLabel]).to.deep.equal([false, false]);
      for (const name of ['label', 'show-label', 'interactive', 'value']) host.removeAttribute(name);
      expect([host.label, host.showLabel, host.editable]).to.deep.equal(['', true, true]);
      expect(host.value).to.deep.equal(control.initial);
    });

    it('works again after it was taken out and put back', async () => {
      const host = await mount(make());
      host.remove();
      await mount(host);
      const { seen, stop } = record(host, EDITS);
      host.focus();
      await control.edit();
      stop();
      expect(seen.filter((name) => name === 'change')).to.deep.equal(['change']);
      expect(host.value).to.deep.equal(control.edited);
      host.remove();
      await mount(host);
      expect(host.value).to.deep.equal(control.edited);
    });

    it('[C73] is out of the page but keeps its value when it is not visible', async () => {
      const host = await mount(make({ value: control.value, visible: false }));
      expect(natives(host)).to.be.empty;
      expect(host.getBoundingClientRect().height).to.equal(0);
      expect(host.toHandler()).to.deep.equal({ kind: 'value', value: control.value });
      const { seen, stop } = record(host, EDITS);
      host.fromHandler(control.empty);
      stop();
      expect(seen).to.deep.equal(['change', 'change@document']);
      host.visible = 'hidden';
      await host.updateComplete;
      expect(natives(host)).to.not.be.empty;
      expect(host.getBoundingClientRect().height).to.equal(0);
      host.visible = true;
      await host.updateComplete;
      expect(host.getBoundingClientRect().height).to.be.above(0);
      expect(host.value).to.deep.equal(control.empty);
    });

    it('[C46] changes by update only what is named, and says what it has not got', async () => {
      const host = await mount(make({ info: 'Help' }));
      host.update({ label: 'Other', value: control.value });
      await host.updateComplete;
      expect([spokenName(host), host.info]).to.deep.equal(['Other', 'Help']);
      expect(host.value).to.deep.equal(control.value);
      expect(() => host.update({ colour: 'red' })).to.throw(/colour/);
    });

    it('gives its control the focus, also before it is drawn', async () => {
      const host = make();
      document.body.append(host);
      host.focus();
      await host.updateComplete;
      await host.updateComplete;
      expect(host.shadowRoot?.activeElement?.id).to.equal('control');
    });
  });
}
