import { expect } from '@esm-bundle/chai';
import { LitElement } from 'lit';
import { until } from '../../helpers/wait.ts';
import { clearPage, mount } from '../../helpers/page.ts';

/** Whatever has a tag: what is loaded when it is first needed too. */
const load = () =>
  Promise.all([
    import('../../../src/index.ts'),
    import('../../../src/app/flags/flags.ts'),
    import('../../../src/components/status/status.ts'),
    import('../../../src/components/time-bar/time-bar.ts'),
    import('../../../src/components/toasts/toasts.ts'),
    import('../../../src/components/audio/player/audio-player.ts'),
    import('../../../src/components/video/player/video-player.ts'),
  ]);

/** The accessors that a class and those before it have added to Lit's own and can be set. */
function settable(type: typeof LitElement): string[] {
  const names: string[] = [];
  for (
    let at = type.prototype as object;
    at !== LitElement.prototype && at !== HTMLElement.prototype;
    at = Object.getPrototypeOf(at) as object
  )
    for (const [name, { set }] of Object.entries(Object.getOwnPropertyDescriptors(at)))
      if (set) names.push(name);
  return names;
}

describe('what is set before an element is defined', () => {
  const defined: [tag: string, type: typeof LitElement][] = [];
  const { define } = customElements;
  before(() => {
    customElements.define = (tag, type) => {
      defined.push([tag, type as unknown as typeof LitElement]);
      define.call(customElements, tag, type);
    };
  });
  after(() => {
    customElements.define = define;
    clearPage();
  });

  it('holds: the very first Audio of a page begins at its playbackPosition', async () => {
    const { RivAudio } = await import('../../../src/components/audio/audio.ts');
    expect(customElements.get('riv-audio-player')).to.equal(undefined);
    const value = { sampleRate: 8000, channels: [new Float32Array(8000 * 4)] };
    const audio = await mount(new RivAudio({ value, playbackPosition: 2, interactive: false }));
    const player = () => audio.shadowRoot!.querySelector('riv-audio-player');
    await until(() => player()?.duration === 4);
    await until(() => player()?.shadowRoot?.textContent?.includes('0:02'));
    expect(Object.hasOwn(player()!, 'position')).to.equal(false);
    expect(audio.playbackPosition).to.be.closeTo(2, 0.05);
  });

  it('holds for whatever can be set of any element', async () => {
    await load();
    expect(defined.length).to.be.above(30);
    const lost = defined.flatMap(([tag, type]) =>
      settable(type)
        .filter((name) => !type.elementProperties?.has(name))
        .map((name) => `${tag}.${name}`),
    );
    expect(lost).to.deep.equal([]);
  });
});
