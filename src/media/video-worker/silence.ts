/** @file Makes silence as encoded packets. */

/** Sound that says nothing, as encoded packets. */
export interface Silence {
  data: Uint8Array;
  /** Seconds of one packet. */
  seconds: number;
  decoderConfig: AudioDecoderConfig;
}

const AAC_SAMPLES = 1024;
const RATES = [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350];

/**
 * Returns a packet of silence in a codec, for a track as `config` says, or for one of its own; `null` for codecs in which we
 * cannot write it.
 */
export function silence(codec: string, config?: AudioDecoderConfig | null): Silence | null {
  const { sampleRate = 48000, numberOfChannels = 2 } = config ?? {};
  if (codec === 'opus')
    return {
      data: Uint8Array.of(0xf8, 0xff, 0xfe), // 20 ms of the full band, without a single bit of sound
      seconds: 0.02,
      decoderConfig: config ?? {
        codec: 'opus',
        sampleRate: 48000,
        numberOfChannels: 2,
        description: opusHead(),
      },
    };
  if (codec !== 'aac' || numberOfChannels > 2 || !RATES.includes(sampleRate)) return null;
  return {
    // One empty element for one channel or for a pair, then the end.
    data:
      numberOfChannels === 1
        ? Uint8Array.of(0x00, 0xc8, 0x00, 0x80, 0x23, 0x80)
        : Uint8Array.of(0x21, 0x00, 0x49, 0x90, 0x02, 0x19, 0x00, 0x23, 0x80),
    seconds: AAC_SAMPLES / sampleRate,
    decoderConfig: config ?? {
      codec: 'mp4a.40.2',
      sampleRate,
      numberOfChannels,
      description: aacConfig(sampleRate, numberOfChannels),
    },
  };
}

/** The header of an Opus track: two channels of 48 kHz. */
function opusHead(): Uint8Array {
  const head = new Uint8Array(19);
  head.set([...'OpusHead'].map((letter) => letter.charCodeAt(0)));
  head.set([1, 2], 8);
  new DataView(head.buffer).setUint32(12, 48000, true);
  return head;
}

/** The header of an AAC-LC track. */
function aacConfig(sampleRate: number, channels: number): Uint8Array {
  const bits = (2 << 11) | (RATES.indexOf(sampleRate) << 7) | (channels << 3);
  return Uint8Array.of(bits >> 8, bits & 0xff);
}
