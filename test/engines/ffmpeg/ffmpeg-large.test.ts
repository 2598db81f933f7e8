import { expect } from '@esm-bundle/chai';
import { ReadAhead } from '../../../workers/engines/ffmpeg/thread/read-ahead.ts';
import { FFmpegWorker } from '../../helpers/engines/ffmpeg.ts';
import { fixture } from '../../helpers/fixtures.ts';

describe('a large file for ctx.ffmpeg', () => {
  describe('is read in blocks that', () => {
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, at) => (at * 7 + (at >> 8)) & 255);
    const file = new Blob([bytes]);

    /** Reads at places of the file, and checks what comes. @returns the blocks that were asked for: place and size. */
    function blocks(reads: [position: number, length: number][]): [number, number][] {
      const asked: [number, number][] = [];
      const ahead = new ReadAhead(file, (part) => {
        const [start] = reads[at]!;
        asked.push([start, part.size]);
        return bytes.slice(start, start + part.size).buffer;
      });
      let at = 0;
      for (; at < reads.length; at++) {
        const [position, length] = reads[at]!;
        const target = new Uint8Array(length);
        const got = ahead.into(target, position);
        expect(got).to.be.within(Math.min(length, bytes.length - position, 1), length);
        expect(target.subarray(0, got)).to.deep.equal(bytes.subarray(position, position + got));
      }
      return asked;
    }

    it('grow while reading goes straight on', () => {
      const straight = Array.from({ length: 92 }, (_, at): [number, number] => [at * 32_768, 32_768]);
      expect(blocks(straight)).to.deep.equal([
        [0, 131_072],
        [131_072, 262_144],
        [393_216, 524_288],
        [917_504, 1_048_576],
        [1_966_080, 1_033_920],
      ]);
    });

    it('serve steps back, and several places in turns', () => {
      const turns: [number, number][] = [
        [0, 1000],
        [2_000_000, 1000],
        [1000, 1000],
        [2_001_000, 1000],
        [0, 500],
      ];
      expect(blocks(turns).length).to.equal(2);
    });

    it('are small again after a leap, and as large as a read that is larger', () => {
      expect(
        blocks([
          [0, 10],
          [1_500_000, 10],
          [100_000, 900_000],
          [2_800_000, 10],
        ]),
      ).to.deep.equal([
        [0, 131_072],
        [1_500_000, 131_072],
        [2_800_000, 131_072],
      ]);
      expect(blocks([[0, 900_000]])).to.deep.equal([[0, 900_000]]);
    });

    it('end with the file', () => {
      expect(blocks([[2_999_990, 10]])).to.deep.equal([[2_999_990, 10]]);
      const none = new ReadAhead(file, () => new ArrayBuffer(0));
      expect(none.into(new Uint8Array(10), 3_000_000)).to.equal(0);
    });
  });

  describe('goes through it', function () {
    this.timeout(60_000);
    let worker: FFmpegWorker;

    before(() => {
      worker = new FFmpegWorker();
    });

    after(() => worker?.close());

    it('byte by byte, with its table at the end and with sound and pictures far apart', async () => {
      const pcm = new Uint8Array(80 * 2 ** 20);
      const words = new Uint32Array(pcm.buffer);
      let word = 1;
      for (let at = 0; at < words.length; at++) words[at] = word = (word * 1_664_525 + 1_013_904_223) | 0;
      const raw = ['-f', 's16le', '-ar', 48_000, '-ac', 2];
      const given = { 'in.raw': new Blob([pcm]), 'in.mp4': await fixture('film.mp4') };
      // The pictures end 400 s before the sound does: the table is behind both.
      const join = [...raw, '-i', 'in.raw', '-i', 'in.mp4', '-map', '0:a', '-map', '1:v', '-c:v', 'copy'];
      const { files } = await worker.ffmpeg([...join, '-c:a', 'pcm_s16le', 'out.mov'], given);
      const film = files['out.mov']!;
      expect(film.size).to.be.above(pcm.length);
      const split = ['-i', 'in.mov', '-map', '0:a', '-f', 's16le', 'out.raw'];
      const back = await worker.ffmpeg([...split, '-map', '0:v', '-c', 'copy', 'out.mp4'], {
        'in.mov': film,
      });
      const same = async (blob: Blob) =>
        new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())).join();
      expect(await same(back.files['out.raw']!)).to.equal(await same(given['in.raw']));
      expect(back.files['out.mp4']!.size).to.be.above(130_000);
    });
  });
});
