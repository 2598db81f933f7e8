import { expect } from '@esm-bundle/chai';
import { warmOnPress } from '../../../src/media/sound/audio-warm.ts';
import { once } from '../../helpers/wait.ts';

describe('the first sound of a page', () => {
  const own = globalThis.AudioContext;
  const contexts: AudioContext[] = [];
  let active = false;

  before(() => {
    globalThis.AudioContext = class extends own {
      constructor() {
        super();
        contexts.push(this);
      }
    };
    Object.defineProperty(navigator, 'userActivation', {
      configurable: true,
      get: () => ({ hasBeenActive: active }),
    });
  });
  after(() => {
    globalThis.AudioContext = own;
    delete (navigator as { userActivation?: unknown }).userActivation;
  });

  it('is made ready for by one context, at the user’s first press, which is closed again', async () => {
    const press = () => {
      dispatchEvent(new PointerEvent('pointerdown'));
      return new Promise((resolve) => setTimeout(resolve));
    };
    warmOnPress();
    warmOnPress();
    await press();
    expect(contexts, 'where no user has pressed').to.have.length(0);
    active = true;
    await press();
    await press();
    expect(contexts).to.have.length(1);
    while (contexts[0]!.state !== 'closed') await once(contexts[0]!, 'statechange');
  });
});
