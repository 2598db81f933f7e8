/** Devices for the gallery's pictures: a microphone and cameras that hear and show the same on every computer. */

/** Runs in the page: its microphone hears a melody on an instrument with overtones, the same on every computer. */
export function melodicMicrophone() {
  navigator.mediaDevices.getUserMedia = async () => {
    const context = new AudioContext();
    const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    const notes = [0, 4, 7, 12, 11, 7, 9, 5, 4, 2, 0, 7];
    const start = context.currentTime + 0.2;
    for (let at = 0; at < 48; at++) {
      const from = start + at * 0.42;
      for (const overtone of [1, 2, 3, 4, 6]) {
        const frequency = 262 * overtone * 2 ** (notes[at % notes.length] / 12);
        const tone = new OscillatorNode(context, { frequency });
        const loudness = new GainNode(context, { gain: 0 });
        loudness.gain.setValueAtTime(0, from);
        loudness.gain.linearRampToValueAtTime(0.3 / overtone, from + 0.02);
        loudness.gain.exponentialRampToValueAtTime(0.004, from + 0.6 / overtone ** 0.4);
        tone.connect(loudness).connect(destination);
        tone.start(from);
        tone.stop(from + 0.6);
      }
    }
    return destination.stream;
  };
}

/** Runs in the page: its microphone hears two people who speak. */
export function speakingMicrophone() {
  navigator.mediaDevices.getUserMedia = async () => {
    const context = new AudioContext();
    const file = await (await fetch('/test/fixtures/media/speech.wav')).arrayBuffer();
    const buffer = await context.decodeAudioData(file);
    const source = new AudioBufferSourceNode(context, { buffer, loop: true });
    const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    source.connect(destination);
    source.start(0, 0.5);
    return destination.stream;
  };
}

/** Runs in the page: its camera shows somebody who is drawn. */
export function portraitCamera() {
  navigator.mediaDevices.getUserMedia = async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
    const context = canvas.getContext('2d');
    const oval = (colour, x, y, width, height) => {
      context.fillStyle = colour;
      context.beginPath();
      context.ellipse(x, y, width, height, 0, 0, 7);
      context.fill();
    };
    setInterval(() => {
      context.fillStyle = '#7fa6c9';
      context.fillRect(0, 0, 640, 480);
      oval('#2f4f6b', 320, 520, 230, 170);
      oval('#4a2f1c', 320, 176, 140, 132);
      oval('#f2a05a', 320, 208, 112, 128);
      for (const side of [-1, 1]) {
        oval('#fff', 320 + side * 44, 190, 20, 13);
        oval('#33241a', 320 + side * 44, 190, 9, 9);
      }
      oval('#b5483a', 320, 272, 36, 11);
    }, 40);
    return canvas.captureStream(25);
  };
}

/** Runs in the page: its camera shows a drawn landscape, the same on every computer. */
export function paintedCamera() {
  navigator.mediaDevices.getUserMedia = async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
    const context = canvas.getContext('2d');
    const hill = (colour, height, wave, shift) => {
      context.fillStyle = colour;
      context.beginPath();
      context.moveTo(0, 480);
      for (let x = 0; x <= 640; x += 8) context.lineTo(x, height + wave * Math.sin(x / 90 + shift));
      context.lineTo(640, 480);
      context.fill();
    };
    const disc = (colour, x, y, radius) => {
      context.fillStyle = colour;
      context.beginPath();
      context.arc(x, y, radius, 0, 7);
      context.fill();
    };
    setInterval(() => {
      const sky = context.createLinearGradient(0, 0, 0, 480);
      sky.addColorStop(0, '#3b82c4');
      sky.addColorStop(0.7, '#f7d9b0');
      context.fillStyle = sky;
      context.fillRect(0, 0, 640, 480);
      disc('#ffdd55', 470, 130, 52);
      for (const [x, y] of [
        [120, 110],
        [300, 70],
      ])
        for (const [dx, radius] of [
          [0, 26],
          [30, 34],
          [64, 24],
        ])
          disc('#fff', x + dx, y, radius);
      hill('#7fa88a', 330, 34, 0);
      hill('#4f8a5b', 380, 26, 2);
      hill('#2f6b3f', 430, 18, 4);
      for (let i = 0; i < 5; i++) {
        disc('#24532f', 60 + i * 36, 372 - (i % 2) * 14, 24);
        context.fillStyle = '#5b3a21';
        context.fillRect(56 + i * 36, 390 - (i % 2) * 14, 8, 40);
      }
      context.fillStyle = '#b5483a';
      context.fillRect(440, 330, 110, 80);
      context.fillStyle = '#6e2a22';
      context.beginPath();
      context.moveTo(425, 334);
      context.lineTo(495, 276);
      context.lineTo(565, 334);
      context.fill();
      context.fillStyle = '#ffe9a8';
      context.fillRect(462, 350, 24, 24);
      context.fillRect(506, 350, 24, 24);
    }, 40);
    return canvas.captureStream(25);
  };
}
