import { loudnessOf } from './fft.js';

const width = 500;
const height = 360;
const hop = 160; // samples from column to column: a hundredth of a second
const size = 1024; // samples that a column looks at
const [lowest, highest] = [80, 7600]; // hertz at the bottom and at the top

/** The tone of each row, in hertz. As the ear hears: every octave is as high as the others. */
const rows = Array.from({ length: height }, (_, y) => lowest * (highest / lowest) ** (1 - y / (height - 1)));
const colours = Uint32Array.from({ length: 256 }, (_, i) => colour(i / 255));

// The variables of a module live as long as its worker: here they carry the picture from chunk to chunk.
const tones = new OffscreenCanvas(width, height);
const picture = new OffscreenCanvas(width, height);
const brush = tones.getContext('2d');
const screen = picture.getContext('2d');
let heard = new Float32Array(size);

brush.putImageData(columns(new Float32Array(size + width * hop), 16000, 0), 0, 0); // silence

/** Adds what the microphone has heard to the picture, at its right. */
export function spectrogram({ sampleRate, channels: [sound] }, lift) {
  const samples = new Float32Array(heard.length + sound.length);
  samples.set(heard);
  samples.set(sound, heard.length);

  const added = columns(samples, sampleRate, lift);
  heard = samples.slice((added?.width ?? 0) * hop);
  if (added) {
    brush.drawImage(tones, -added.width, 0);
    brush.putImageData(added, width - added.width, 0);
  }
  screen.drawImage(tones, 0, 0);
  for (const hertz of [100, 200, 500, 1000, 2000, 5000]) label(hertz);
  return picture;
}

/** The picture of these samples, a column for each hop; null while they are too few. */
function columns(samples, sampleRate, lift) {
  const count = Math.floor((samples.length - size) / hop);
  if (count < 1) return null;
  const image = new ImageData(count, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let x = 0; x < count; x++) {
    const decibels = loudnessOf(samples.subarray(x * hop, x * hop + size));
    rows.forEach((hertz, y) => {
      const share = (decibels(hertz / sampleRate) + 80 + lift) / 80;
      pixels[y * count + x] = colours[Math.max(0, Math.min(255, Math.round(share * 255)))];
    });
  }
  return image;
}

/** A line across the picture where a tone of so many hertz is. */
function label(hertz) {
  const y = rows.findIndex((row) => row <= hertz);
  screen.fillStyle = 'rgb(255 255 255 / 18%)';
  screen.fillRect(0, y, width, 1);
  screen.fillStyle = 'rgb(255 255 255 / 75%)';
  screen.font = '11px system-ui, sans-serif';
  screen.fillText(hertz < 1000 ? `${hertz} Hz` : `${hertz / 1000} kHz`, 6, y - 4);
}

/** From night blue over red to a bright yellow, for 0 to 1: a pixel of an ImageData. */
function colour(share) {
  const [red, green, blue] = [
    [12, 60, 165, 225, 252, 255],
    [12, 18, 35, 85, 170, 245],
    [38, 95, 105, 45, 30, 190],
  ].map((stops) => {
    const stop = Math.min(4, Math.floor(share * 5));
    return Math.round(stops[stop] + (stops[stop + 1] - stops[stop]) * (share * 5 - stop));
  });
  return 0xff000000 | (blue << 16) | (green << 8) | red;
}
