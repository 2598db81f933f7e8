import { expect } from '@esm-bundle/chai';
import '../../../src/components/audio/player/audio-player.ts';
import type { RivAudioPlayer } from '../../../src/components/audio/player/audio-player.ts';
import { nameOf } from '../../../src/components/audio/player/sound-name.ts';
import { peaks } from '../../../src/components/audio/player/waveform.ts';
import { AudioStream } from '../../../src/media/sound/audio-stream.ts';
import { parseWav } from '../../../src/media/format/wav.ts';
import { encodeWav } from '../../../src/shared/values/wav-file.ts';
import { axeProblems } from '../../helpers/axe.ts';
import { button, press, wordsOf } from '../../helpers/press.ts';
import { once, recordEvents, until } from '../../helpers/wait.ts';
import { tone } from '../../helpers/media/sound.ts';
import { mount } from '../../helpers/page.ts';

const streams: AudioStream[] = [];
const urlOf = (name: string) => new URL(`../../fixtures/sound/${name}`, import.meta.url);

const putPlayer = (options: Partial<RivAudioPlayer> = {}): Promise<RivAudioPlayer> =>
  mount(Object.assign(document.createElement('riv-audio-player'), options));

function growing(options?: ConstructorParameters<typeof AudioStream>[0]): AudioStream {
  const stream = new AudioStream(options);
  streams.push(stream);
  return stream;
}
const find = <E extends Element>(player: Element, selector: string) =>
  player.shadowRoot!.querySelector<E>(selector)!;
const seekOf = (player: Element) => find<HTMLInputElement>(player, '.seek');
const drawn = (player: Element) =>
  until(
    () => find(player, '.picture')?.firstElementChild?.shadowRoot?.querySelector('canvas'),
    'the waveform',
  );

/** Moves a slider as the user does. */
function slide(input: HTMLInputElement, value: number): void {
  input.value = String(value);
  input.dispatchEvent(new Event('input'));
}

afterEach(() => {
  document.querySelectorAll('riv-audio-player').forEach((each) => each.remove());
  for (const stream of streams.splice(0)) stream.close();
});

describe('the player of a sound', () => {
  it('shows the picture and the length of samples, and plays them to the end', async () => {
    const player = await putPlayer({ source: tone(0.3) });
    await drawn(player);
    expect(wordsOf(player)).to.contain('0:00');
    expect(button(player, 'Pause')).to.equal(null);
    const events = recordEvents(player, ['play', 'pause', 'stop']);
    const stop = once(player, 'stop');
    button(player, 'Play')!.click();
    await until(() => button(player, 'Pause'));
    await stop;
    expect(events).to.deep.equal(['play', 'stop']);
    await until(() => button(player, 'Play'));
  });

  it('[C117] plays files of any kind that the browser knows', async () => {
    for (const name of ['tone.mp3', 'tone.ogg', 'tone.flac']) {
      const player = await putPlayer({ source: await (await fetch(urlOf(name))).blob() });
      await drawn(player);
      const stop = once(player, 'stop');
      button(player, 'Play')!.click();
      await stop;
      player.remove();
    }
  });

  it('plays by itself with autoplay, and not without', async () => {
    const quiet = await putPlayer({ source: tone(0.1) });
    const player = await putPlayer({ source: tone(0.1), autoplay: true });
    await once(player, 'stop');
    expect(quiet.shadowRoot!.textContent).to.not.contain('Pause');
    expect(seekOf(quiet).value).to.equal('0');
  });

  it('begins again with loop', async () => {
    const player = await putPlayer({ source: tone(0.2), loop: true });
    button(player, 'Play')!.click();
    const slider = () => Number(seekOf(player).value);
    await until(() => slider() > 0.1);
    await until(() => slider() < 0.1);
    await until(() => slider() > 0.1);
    button(player, 'Pause')!.click();
    await until(() => button(player, 'Play'));
  });

  it('goes where the slider says, and steps by a twentieth', async () => {
    const player = await putPlayer({ source: tone(10, { sampleRate: 8000 }) });
    await drawn(player);
    const now = () => seekOf(player).getAttribute('aria-valuetext');
    expect(now()).to.equal('0:00.0 of 0:10.0');
    expect(seekOf(player).step, 'an arrow key').to.equal('0.1');
    slide(seekOf(player), 4);
    await until(() => now() === '0:04.0 of 0:10.0');
    button(player, 'Skip forward')!.click();
    await until(() => now() === '0:04.5 of 0:10.0');
    for (let at = 0; at < 10; at++) button(player, 'Skip back')!.click();
    await until(() => now() === '0:00.0 of 0:10.0');
  });

  it('goes to a position that is set, also before the sound is there, and tells where it is', async () => {
    const player = await putPlayer();
    const told: number[] = [];
    player.addEventListener('time', (event) => told.push((event as CustomEvent).detail.value));
    player.position = 4;
    player.source = tone(10, { sampleRate: 8000 });
    await until(() => player.position === 4);
    player.position = 0.5;
    await until(() => player.position === 0.5);
    expect(told).to.deep.equal([]);
    button(player, 'Skip forward')!.click();
    await until(() => told.length);
    expect(told).to.deep.equal([1]);
    player.play();
    await until(() => told.length > 2);
    expect(told[1]).to.be.within(1.24, 1.6);
    player.source = tone(1);
    await until(() => told.at(-1) === 0, 'the beginning of another sound');
  });

  it('has speed, volume and silence', async () => {
    const player = await putPlayer({ source: tone(1) });
    await drawn(player);
    const speed = find<HTMLSelectElement>(player, 'select');
    expect([...speed.options].map(({ value }) => Number(value))).to.include.members([0.5, 1, 1.5, 2]);
    speed.value = '2';
    speed.dispatchEvent(new Event('change'));
    const started = performance.now();
    const stop = once(player, 'stop');
    button(player, 'Play')!.click();
    await stop;
    expect(performance.now() - started).to.be.within(400, 950);
    slide(find<HTMLInputElement>(player, '[aria-label="Volume"]'), 0.5);
    expect(player.volume).to.equal(0.5);
    button(player, 'Mute')!.click();
    await player.updateComplete;
    expect(find<HTMLInputElement>(player, '[aria-label="Volume"]').value).to.equal('0');
    button(player, 'Unmute')!.click();
    await player.updateComplete;
    expect(find<HTMLInputElement>(player, '[aria-label="Volume"]').value).to.equal('0.5');
  });

  it('[C150] trims to the part that is chosen, and takes that back', async () => {
    const source = tone(2, { sampleRate: 8000 });
    const player = await putPlayer({ source, editable: true });
    await drawn(player);
    button(player, 'Trim')!.click();
    await until(() => button(player, 'Cancel trimming'));
    const [start, end] = [...player.shadowRoot!.querySelectorAll<HTMLInputElement>('.end input')];
    expect([start!.valueAsNumber, end!.valueAsNumber, start!.step]).to.deep.equal([0.5, 1, '0.05']);
    slide(start!, 0.25);
    slide(end!, 1.5);
    const edit = once(player, 'edit');
    await player.updateComplete;
    button(player, 'Trim')!.click();
    const { value } = (await edit).detail;
    const trimmed = parseWav(new Uint8Array(await value.arrayBuffer()))!.channels[0]!;
    expect(trimmed.length).to.equal(10000);
    expect(trimmed[0]).to.be.closeTo(source.channels[0]![2000]!, 1e-4);
    await until(() => button(player, 'Undo'));
    const undo = once(player, 'edit');
    button(player, 'Undo')!.click();
    expect((await undo).detail.value).to.equal(source);
    await until(() => !button(player, 'Undo'));
  });

  it('keeps the keyboard’s place while it trims', async () => {
    const player = await putPlayer({ source: tone(2, { sampleRate: 8000 }), editable: true });
    await drawn(player);
    const focused = () => player.shadowRoot!.activeElement;
    for (const [name, next] of [
      ['Trim', 'Trim'],
      ['Cancel trimming', 'Trim'],
      ['Trim', 'Trim'],
      ['Trim', 'Undo'],
    ] as const) {
      const from = await until(() => button(player, name), name);
      from.focus();
      from.click();
      await until(() => focused() !== from && focused() === button(player, next), `the focus on ${next}`);
    }
  });

  it('keeps the sound when trimming is cancelled, and offers it only where it may be edited', async () => {
    const player = await putPlayer({ source: tone(1), editable: true });
    await drawn(player);
    button(player, 'Trim')!.click();
    await press(player, 'Cancel trimming');
    await until(() => button(player, 'Trim'));
    expect(find(player, '.ends')).to.equal(null);
    player.editable = false;
    await player.updateComplete;
    expect(button(player, 'Trim')).to.equal(null);
  });

  it('[C132] [C148] saves a file under its own name, or with the ending of what it is', async () => {
    const wav = encodeWav(tone(0.1));
    expect(await nameOf(new File([wav], 'bird song.wav'), 'audio')).to.equal('bird song.wav');
    expect(await nameOf(new Blob([wav], { type: 'audio/mpeg' }), 'audio')).to.equal('audio.wav');
    expect(await nameOf(await (await fetch(urlOf('tone.m4a'))).blob(), 'audio')).to.equal('audio.m4a');
    const player = await putPlayer({ source: wav });
    const saved = new Promise<HTMLAnchorElement>((resolve) => {
      const { click } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        HTMLAnchorElement.prototype.click = click;
        resolve(this);
      };
    });
    await press(player, 'Download');
    expect((await saved).download).to.equal('audio.wav');
    expect((await (await fetch((await saved).href)).blob()).size).to.equal(wav.size);
  });

  it('says which type cannot be played, unless its owner does', async () => {
    const source = new Blob(['no sound at all'], { type: 'audio/amr' });
    const player = await putPlayer({ source });
    await until(() => wordsOf(player).includes('audio/amr'));
    expect(button(player, 'Play')!.disabled).to.equal(true);
    const silent = await putPlayer();
    silent.addEventListener('error', (event) => event.preventDefault());
    const error = once(silent, 'error');
    silent.source = source;
    expect((await error).detail.name).to.equal('MediaError');
    await silent.updateComplete;
    expect(find(silent, '[role="alert"]')).to.equal(null);
    player.source = tone(0.1);
    await until(() => !wordsOf(player).includes('audio/amr'));
  });

  it('is empty without a sound, and lets a sound go that is replaced', async () => {
    const player = await putPlayer({ source: tone(5) });
    await drawn(player);
    button(player, 'Play')!.click();
    await until(() => button(player, 'Pause'));
    player.source = null;
    await player.updateComplete;
    expect(wordsOf(player).trim()).to.equal('');
    player.source = tone(1);
    await drawn(player);
    expect(button(player, 'Play')).to.not.equal(null);
  });

  it('works again where it is moved to', async () => {
    const player = await putPlayer({ source: tone(1) });
    await drawn(player);
    player.remove();
    await new Promise((resolve) => setTimeout(resolve)); // no move within one task
    document.body.append(player);
    await drawn(player);
    button(player, 'Play')!.click();
    await until(() => button(player, 'Pause'));
  });

  it('can be used by everybody, light and dark, at 280 pixels', async () => {
    for (const scheme of ['light', 'dark']) {
      const player = await putPlayer({ source: tone(2), editable: true });
      Object.assign(player.style, { width: '280px', colorScheme: scheme });
      await drawn(player);
      expect(await axeProblems(player)).to.deep.equal([]);
      button(player, 'Trim')!.click();
      await until(() => button(player, 'Cancel trimming'));
      expect(await axeProblems(player)).to.deep.equal([]);
      const wide = [...player.shadowRoot!.querySelectorAll('*')].filter(
        (each) => each.getBoundingClientRect().right > player.getBoundingClientRect().right + 1,
      );
      expect(wide.map(({ className }) => className)).to.deep.equal([]);
      player.remove();
    }
  });
});

describe('the player where there is little room', () => {
  for (const width of [150, 220, 330])
    it(`has no two controls over each other at ${width} pixels`, async () => {
      const player = await putPlayer({ source: tone(2), editable: true });
      player.style.width = `${width}px`;
      await drawn(player);
      const boxes = [...player.shadowRoot!.querySelectorAll('.controls :is(button, input, select)')].map(
        (each) => each.getBoundingClientRect(),
      );
      boxes.forEach((a, at) => {
        for (const b of boxes.slice(at + 1)) {
          const apart =
            a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
          expect(apart, `${JSON.stringify(a)} and ${JSON.stringify(b)}`).to.equal(true);
        }
      });
      expect(Math.max(...boxes.map(({ right }) => right))).to.be.at.most(
        player.getBoundingClientRect().right,
      );
    });
});

describe('the player of a stream', () => {
  it('[C116] [C122] plays what comes, says that it waits, and shows the whole at the end', async () => {
    const stream = growing({ autoplay: true });
    const player = await putPlayer({ source: stream });
    expect(button(player, 'Play')!.disabled).to.equal(true);
    const events = recordEvents(player, ['play', 'stop']);
    await stream.append(tone(0.2));
    await until(() => button(player, 'Pause'));
    await until(() => wordsOf(player).includes('Waiting for more'));
    expect(find<HTMLSelectElement>(player, 'select').disabled).to.equal(true);
    expect(events).to.deep.equal(['play']);
    await stream.append(tone(0.2));
    const stop = once(player, 'stop');
    await stream.finish();
    await stop;
    await drawn(player);
    expect(events).to.deep.equal(['play', 'stop']);
    expect(seekOf(player).getAttribute('aria-valuetext')).to.contain('of 0:00.4');
    expect(find<HTMLSelectElement>(player, 'select').disabled).to.equal(false);
    const again = once(player, 'stop');
    button(player, 'Play')!.click();
    await again;
  });

  it('[C119] downloads one file of all chunks', async () => {
    const stream = growing();
    const player = await putPlayer({ source: stream });
    for (let at = 0; at < 3; at++) await stream.append(tone(0.1));
    const lengthOf = async (file: Blob | null) =>
      parseWav(new Uint8Array(await file!.arrayBuffer()))!.channels[0]!.length;
    expect(await lengthOf(await player.toBlob())).to.equal(14400);
    await stream.finish();
    await drawn(player);
    expect(await lengthOf(await player.toBlob())).to.equal(14400);
  });

  it('pauses, goes on, and begins again with loop', async () => {
    const stream = growing();
    const player = await putPlayer({ source: stream, loop: true });
    await stream.append(tone(1));
    (await until(() => !button(player, 'Play')!.disabled && button(player, 'Play')))!.click();
    await until(() => stream.currentTime > 0.1);
    button(player, 'Pause')!.click();
    expect(stream.state).to.equal('ready');
    const place = stream.currentTime;
    await until(() => button(player, 'Play'));
    button(player, 'Play')!.click();
    await until(() => stream.currentTime > place);
    const stop = once(player, 'stop');
    await stream.finish();
    await stop;
    await until(() => button(player, 'Pause') && Number(seekOf(player).value) > 0.1);
  });

  it('changes the speed of a complete stream while it plays', async () => {
    const stream = growing({ autoplay: true });
    const player = await putPlayer({ source: stream });
    await stream.append(tone(2));
    await stream.finish();
    await until(() => stream.currentTime > 0.2);
    player.speed = 2;
    await drawn(player);
    expect(stream.state).to.equal('ready');
    expect(Number(seekOf(player).value)).to.be.greaterThan(0.15);
    await once(player, 'stop');
  });

  it('[C124] silences a stream that another sound replaces', async () => {
    const stream = growing({ autoplay: true });
    const player = await putPlayer({ source: stream });
    await stream.append(tone(2));
    await until(() => stream.currentTime > 0);
    player.source = growing();
    await player.updateComplete;
    expect(stream.state).to.equal('ready');
  });
});

describe('the picture of a sound', () => {
  it('has the loudest level of each step, of all channels', () => {
    const left = Float32Array.of(0, 0.1, -0.5, 0, 0.2, 0);
    const right = Float32Array.of(0, 0, 0, 0, 0, -0.75);
    expect([...peaks({ sampleRate: 8000, channels: [left, right] }, 3)]).to.deep.equal([
      ...Float32Array.of(0.1, 0.5, 0.75),
    ]);
    expect([...peaks({ sampleRate: 8000, channels: [new Float32Array(0)] })]).to.deep.equal([0]);
  });
});
