/**
 * Takes the place of the microphone on both sides: gives sound whose samples are numbered, a hundredth of a second at
 * a time, as devices do. Sample n is n / 2 ** 24, which a float holds exactly.
 */
const sampleRate = 48000;
const slice = 480;

let given = 0;
let start = 0;
let timer = 0;

navigator.mediaDevices.getUserMedia = async () => {
  const track = new MediaStreamTrackGenerator({ kind: 'audio' });
  const writer = track.writable.getWriter();
  start = performance.now();
  const give = () => {
    const heard = ((performance.now() - start) / 1000) * sampleRate;
    for (; given + slice <= heard; given += slice) {
      const data = Float32Array.from({ length: slice }, (_, i) => (given + i) / 2 ** 24);
      const timestamp = (given / sampleRate) * 1e6;
      const format = { format: 'f32-planar', sampleRate, numberOfFrames: slice, numberOfChannels: 1 };
      writer.write(new AudioData({ ...format, timestamp, data }));
    }
  };
  timer = setInterval(give, 5);
  return new MediaStream([track]);
};

/** When sample 0 was captured, in milliseconds since 1970; each follows the one before by 1 / 48000 s. */
globalThis.soundStart = () => performance.timeOrigin + start;

/** Gives no more; resolves to how many samples there were. */
globalThis.silence = () => {
  clearInterval(timer);
  return given;
};
