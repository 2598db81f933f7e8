import { expect } from '@esm-bundle/chai';
import '../../../src/index.ts';
import type { RivAudio } from '../../../src/components/audio/audio.ts';
import { RivInterface } from '../../../src/app/interface/interface.ts';
import type { Samples } from '../../../src/shared/values/samples.ts';
import { pageWith } from '../../helpers/app.ts';
import { button, press } from '../../helpers/press.ts';
import { until } from '../../helpers/wait.ts';
import { type FakeDevice, fakeMicrophone } from '../../../src/testing/index.ts';
import { clearPage } from '../../helpers/page.ts';

let microphone: FakeDevice;
beforeEach(() => {
  microphone = fakeMicrophone();
});
afterEach(() => {
  clearPage();
  microphone.restore();
});

/** A live app that counts its runs. */
async function liveApp(inputs: object): Promise<{ audio: RivAudio; calls: number[] }> {
  const calls: number[] = [];
  const app = new RivInterface({
    fn: (sound: Samples | null) => calls.push(sound?.channels[0]?.length ?? 0),
    inputs,
    outputs: 'number',
    live: true,
    thread: 'main',
    streamEvery: 0.2,
  } as never);
  document.body.append(app);
  await app.ready;
  const audio = app.inputs[0] as unknown as RivAudio;
  await audio.updateComplete;
  return { audio, calls };
}

describe('a live Interface with a microphone', () => {
  it('[C9] runs once for each recording, after Stop', async () => {
    const { audio, calls } = await liveApp({ name: 'audio', sources: ['microphone'] });
    for (const times of [1, 2]) {
      await press(audio, 'Record');
      await until(() => audio.shadowRoot!.textContent!.includes('0:01'));
      expect(calls).to.have.length(times - 1);
      await press(audio, 'Stop');
      await until(() => calls.length === times);
      await until(() => button(audio, 'Record'));
    }
    expect(calls.every((samples) => samples > 30_000)).to.equal(true);
    expect(calls).to.have.length(2);
  });

  it('[C10] runs again and again during a recording where it streams', async () => {
    const { audio, calls } = await liveApp({ name: 'microphone', streaming: true });
    await press(audio, 'Record');
    await until(() => calls.length > 3);
    expect(audio.streamState).to.equal('open');
    await press(audio, 'Stop');
    await until(() => audio.streamState === 'closed');
  });

  it('stands in HTML', async () => {
    const app = await pageWith<RivInterface>(
      `<riv-interface><riv-audio slot="input" sources="microphone" label="Voice"></riv-audio><riv-number slot="output"></riv-number>
        <script type="handler">export default (sound) => sound?.channels.length ?? -1</script></riv-interface>`,
    );
    expect((app.inputs[0] as unknown as RivAudio).sources).to.deep.equal(['microphone']);
  });
});
