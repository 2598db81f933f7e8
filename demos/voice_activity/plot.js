const width = 640;
const height = 420;
const most = 250; // pieces across the picture
const canvas = new OffscreenCanvas(width, height);
const brush = canvas.getContext('2d');
const [voice, sound, ground] = ['#fb923c', '#8b8b96', '#18181b'];

/** The sound as bars from the middle, orange while somebody speaks; the model's share as a line from 0 to 1. */
export function draw(shares) {
  brush.fillStyle = ground;
  brush.fillRect(0, 0, width, height);
  const step = width / most;
  const start = width - shares.length * step;

  shares.forEach(({ speech, loud }, at) => {
    const bar = Math.max(2, Math.min(1, loud) * height * 0.9);
    brush.fillStyle = speech > 0.5 ? voice : sound;
    brush.globalAlpha = speech > 0.5 ? 0.55 : 0.4;
    brush.fillRect(start + at * step, (height - bar) / 2, step - 0.5, bar);
  });
  brush.globalAlpha = 1;

  brush.beginPath();
  shares.forEach(({ speech }, at) =>
    brush.lineTo(start + (at + 0.5) * step, height - 8 - speech * (height - 16)),
  );
  Object.assign(brush, { strokeStyle: voice, lineWidth: 3, lineJoin: 'round' });
  brush.stroke();
  return canvas;
}
