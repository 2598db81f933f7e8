import { expect } from '@esm-bundle/chai';
import { checkComponent, makeComponent } from '../../src/app/shortcuts.ts';
import { meaningOf, shortcuts, tags } from '../../src/page/registry.ts';
import * as rv from '../../src/index.ts';

const made = (name: rv.Shortcut) => makeComponent(name) as unknown as Record<string, unknown>;

describe('shortcuts', () => {
  it('make what each public component is called', () => {
    const components = Object.values(rv).filter(
      (each) => 'emptyValue' in ((each as { prototype?: object }).prototype ?? {}) && each !== rv.RivElement,
    ) as (new () => HTMLElement)[];
    expect(components).to.not.be.empty;
    for (const Component of components) {
      const { localName } = new Component();
      expect(meaningOf(localName.slice('riv-'.length))).to.deep.equal({ tag: localName, options: {} });
      expect(tags()).to.include(localName);
    }
  });

  it('are written with hyphens, underscores or neither', () => {
    for (const name of ['checkbox-group', 'checkbox_group', 'checkboxgroup'] as const)
      expect(makeComponent(name)).to.be.instanceOf(rv.CheckboxGroup);
    expect(meaningOf('CheckboxGroup')?.tag).to.equal('riv-checkbox-group');
  });

  it('bring the options that they stand for, which others may add to', () => {
    expect(made('textarea').lines).to.equal(7);
    expect(made('text').lines).to.equal(1);
    expect(made('microphone').sources).to.deep.equal(['microphone']);
    expect(made('webcam').sources).to.deep.equal(['webcam']);
    expect(made('sketchpad').sources).to.deep.equal(['sketch']);
    const area = makeComponent({ name: 'textarea', lines: 3, label: 'Story' });
    expect(area).to.include({ lines: 3, label: 'Story' });
  });

  it('name no layout, and nothing that is not there', () => {
    for (const name of ['row', 'interface', 'examples', 'status', 'on'])
      expect(() => checkComponent(name)).to.throw(`There is no component "${name}"`);
    expect(shortcuts().filter((name) => !customElements.get(meaningOf(name)!.tag))).to.deep.equal([]);
  });

  it('are all told when one is unknown, in the order of the alphabet', () => {
    expect(() => checkComponent('textbocks'))
      .to.throw(rv.ValueError)
      .with.property('message')
      .that.matches(
        /^There is no component "textbocks"; expected a component, or one of annotatedimage, audio, /,
      )
      .and.matches(/, text, textarea, textbox, timer, uploadbutton, video, webcam$/);
  });
});
