import { expect } from '@esm-bundle/chai';
import '../../../src/app/engine-locator.ts';
import { RivVideo } from '../../../src/components/video/video.ts';
import { videoName } from '../../../src/components/video/video-name.ts';
import { kindOf } from '../../../src/media/format/video-kind.ts';
import { measure } from '../../../src/media/video/measure.ts';
import { toVtt } from '../../../src/media/video/subtitles.ts';
import { once, until } from '../../helpers/wait.ts';
import { wordsOf } from '../../helpers/press.ts';
import { clip, colourOf, look } from '../../helpers/media/video.ts';
import { mount } from '../../helpers/page.ts';

afterEach(() => document.body.replaceChildren());

const putVideo = (options: ConstructorParameters<typeof RivVideo>[0] = {}): Promise<RivVideo> =>
  mount(new RivVideo({ label: 'Film', ...options }));

/** Drops a file on a Video, and waits until it has it. */
async function take(video: RivVideo, name: string): Promise<File> {
  const data = new DataTransfer();
  const blob = await clip(name);
  data.items.add(new File([blob], name, { type: blob.type }));
  const surface = video.shadowRoot!.querySelector('[part="surface"]')!;
  surface.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  await once(video, 'change');
  return video.value as File;
}

const playerOf = (video: RivVideo) => video.shadowRoot!.querySelector('riv-video-player');
const shown = (video: RivVideo) => playerOf(video)?.shadowRoot?.querySelector('video') ?? null;

describe('a Video that is given what the browser knows only a part of', function () {
  this.timeout(60_000);

  it('has pictures made anew that would be passed over for the sound with them', async () => {
    const made = await take(await putVideo(), 'old.mp4');
    expect([made.name, made.type]).to.deep.equal(['old.mp4', 'video/mp4']);
    expect((await look(made)).colours).to.deep.equal(['red']);
    expect((await measure(made)).sound).to.equal(true);
  });

  it('has sound made anew that would be passed over for the pictures with it, and leaves those as they are', async () => {
    expect((await measure(await clip('cinema.mkv'))).sound, 'as it comes').to.equal(false);
    const made = await take(await putVideo(), 'cinema.mkv');
    expect(made.name).to.equal('cinema.mp4');
    expect((await measure(made)).sound).to.equal(true);
    expect((await look(made)).colours).to.deep.equal(['red']);
  });

  it('does not take the sound of a stream of old pictures for a video', async () => {
    const made = await take(await putVideo(), 'old.mpegts');
    expect((await look(made)).colours).to.deep.equal(['red']);
  });

  it('knows the transport streams of cameras, whatever they are called', async () => {
    const made = await take(await putVideo(), 'disc.m2ts');
    expect(made.type).to.equal('video/mp4');
    expect((await look(made)).colours).to.deep.equal(['red']);
  });

  it('leaves a silent film as it is', async () => {
    expect((await take(await putVideo(), 'silent.mp4')).name).to.equal('silent.mp4');
  });

  it('shows the pictures of what a handler gives', async () => {
    const video = await putVideo({ interactive: false });
    video.fromHandler(await clip('old.mp4'));
    await until(() => shown(video)?.videoWidth === 160 && colourOf(shown(video)!) === 'red', 'the picture');
  });

  it('lets the sound of what a handler gives be heard, at the place where its pictures are', async () => {
    for (const name of ['cinema.mkv', 'opus.mpegts']) {
      const video = await putVideo({ interactive: false });
      video.fromHandler(await clip(name));
      const heard = () => {
        const element = shown(video) as (HTMLVideoElement & { captureStream(): MediaStream }) | null;
        return element?.videoWidth === 160 && element.captureStream().getAudioTracks().length === 1;
      };
      await until(heard, `the sound of ${name}`);
      await until(() => colourOf(shown(video)!) === 'red', `the pictures of ${name}`);
      expect(wordsOf(playerOf(video)!)).to.not.match(/cannot|without/);
      video.remove();
    }
  });

  it('says that what a handler gives is a sound, which plays', async () => {
    const video = await putVideo({ interactive: false });
    video.fromHandler(await clip('sound.mp4'));
    await until(
      () => /cannot be played.*it has no pictures/.test(wordsOf(playerOf(video) ?? video)),
      'words',
    );
    expect(shown(video)!.duration).to.be.closeTo(1, 0.1);
  });
});

describe('a Video as a file', () => {
  it('is written as mp4 or webm, and refuses other types', async () => {
    const video = await putVideo({ interactive: false });
    const red = await clip('red.mp4');
    video.fromHandler(red);
    expect(await video.toBlob('video/mp4; codecs="avc1"')).to.equal(red);
    expect((await video.toBlob('video/webm'))!.type).to.equal('video/webm');
    const error = await video.toBlob('image/png').catch((reason: Error) => reason);
    expect(error).to.have.property('name', 'MediaError');
    expect((error as Error).message).to.match(
      /cannot be written as image\/png, only as video\/mp4 or video\/webm/,
    );
  });

  it('[C132] has the type and the ending of what is in it, whatever it was called', async () => {
    const webm = await clip('red.webm');
    const misnamed = new File([webm], 'clip.mp4', { type: 'video/mp4' });
    const video = await putVideo({ value: misnamed, format: 'webm' });
    const { value } = (await video.toHandler()) as { value: File };
    for (const file of [value, (await video.toBlob('video/webm')) as File]) {
      expect([file.type, file.name]).to.deep.equal(['video/webm', 'clip.webm']);
      expect(new Uint8Array(await file.arrayBuffer())).to.deep.equal(
        new Uint8Array(await webm.arrayBuffer()),
      );
    }
    const mp4 = (await video.toBlob('video/mp4')) as File;
    expect([mp4.type, mp4.name, await kindOf(mp4)]).to.deep.equal(['video/mp4', 'clip.mp4', 'mp4']);
    // Players other than Chromium's show no VP8 from an mp4.
    expect(new TextDecoder('latin1').decode(await mp4.arrayBuffer())).to.not.include('vp08');
    expect((await look(mp4)).colours).to.deep.equal(['red']);
    video.value = new Uint8Array(await webm.arrayBuffer());
    expect((await video.toBlob())!.type, 'bytes without a name').to.equal('video/webm');
  });

  it('is written anew from Matroska, which is no webm', async () => {
    const video = await putVideo({
      value: new File([await clip('cinema.mkv')], 'c.webm', { type: 'video/webm' }),
    });
    const made = (await video.toBlob('video/webm')) as File;
    expect([made.type, made.name]).to.deep.equal(['video/webm', 'c.webm']);
    expect(await made.slice(0, 100).text()).to.not.include('matroska');
    expect((await look(made)).colours).to.deep.equal(['red']);
  });

  it('says of a URL that it could not be fetched, before anything else', async () => {
    const video = await putVideo({ interactive: false });
    const errors: string[] = [];
    video.addEventListener('error', (event) =>
      errors.push((event as unknown as CustomEvent<{ error: Error }>).detail.error.message),
    );
    video.fromHandler('/test/fixtures/video/missing.mp4');
    await until(() => errors.length > 0, 'the error');
    expect(errors).to.deep.equal([
      'The video at /test/fixtures/video/missing.mp4 could not be fetched: HTTP status 404',
    ]);
  });

  it('is called as its URL says, whatever that is', async () => {
    const red = await clip('red.mp4');
    expect(await videoName(red, 'https://example.org/a%20b.mp4?x=100%')).to.equal('a b.mp4');
    expect(await videoName(red, 'https://example.org/100%.webm')).to.equal('100%.mp4');
  });
});

describe('the subtitles of a Video', () => {
  it('keep a line whole that has empty lines or an arrow in it', () => {
    const vtt = toVtt([{ text: 'a\n\nb --> c', timestamp: [0, 1] }]);
    expect(vtt).to.equal('WEBVTT\n\n00:00:00.000 --> 00:00:01.000\na\nb --&gt; c\n');
  });

  it('are said to be unreadable no longer than they are wished for', async () => {
    const video = await putVideo({ interactive: false, subtitles: 'no such words -->' });
    video.fromHandler(await clip('red.mp4'));
    await until(() => /subtitles cannot be shown/.test(wordsOf(playerOf(video) ?? video)), 'words');
    video.subtitles = null;
    await until(() => !/subtitles/.test(wordsOf(playerOf(video)!)), 'no words');
  });
});
