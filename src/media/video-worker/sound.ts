/** @file Writes a WAV as a file of another kind. For the video worker, since it carries mediabunny. */

import {
  BlobSource,
  BufferTarget,
  Conversion,
  Input,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  QUALITY_HIGH,
  WAVE,
  WebMOutputFormat,
} from 'mediabunny';
import { type EncodedSound, Unfit } from './tasks.ts';
import { sandboxWords } from '../../shared/sandbox.ts';

/** Writes a WAV as a file of another kind. @throws when this browser has no encoder for it */
export async function encodeSound(wav: Blob, kind: EncodedSound, signal: AbortSignal): Promise<Blob> {
  const input = new Input({ formats: [WAVE], source: new BlobSource(wav) });
  const target = new BufferTarget();
  const format =
    kind === 'm4a'
      ? new Mp4OutputFormat({ fastStart: 'in-memory' })
      : kind === 'ogg'
        ? new OggOutputFormat()
        : new WebMOutputFormat();
  try {
    const conversion = await Conversion.init({
      input,
      output: new Output({ format, target }),
      audio: { codec: kind === 'm4a' ? 'aac' : 'opus', quality: QUALITY_HIGH },
      showWarnings: false,
    });
    if (conversion.utilizedTracks.length === 0)
      throw new Unfit(`this browser cannot write ${kind}${sandboxWords()}`);
    const cancel = () => void conversion.cancel();
    signal.addEventListener('abort', cancel);
    if (signal.aborted) cancel();
    await conversion.execute();
    return new Blob([target.buffer!]);
  } finally {
    input.dispose();
  }
}
