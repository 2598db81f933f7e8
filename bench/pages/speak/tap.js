/**
 * Records what leaves the page by an audio context, on both sides. What is recorded passes a delay first, so that
 * nothing is missed while the recorder is being loaded.
 */
const DELAY = 1;
const RECORDER = `registerProcessor('tap', class extends AudioWorkletProcessor {
  process([[channel]]) {
    if (channel) this.port.postMessage({ frame: currentFrame, channel: channel.slice() });
    return true;
  }
});`;
const recorder = URL.createObjectURL(new Blob([RECORDER], { type: 'text/javascript' }));
const { connect } = AudioNode.prototype;
let tape = null;

AudioNode.prototype.connect = function (to, ...rest) {
  if (to instanceof AudioDestinationNode && this.context instanceof AudioContext) void record(this);
  return connect.call(this, to, ...rest);
};

async function record(node) {
  const { context } = node;
  const own = (tape = { context, blocks: [] });
  const delay = new DelayNode(context, { delayTime: DELAY, maxDelayTime: DELAY });
  const mute = new GainNode(context, { gain: 0 });
  connect.call(connect.call(connect.call(node, delay), mute), context.destination);
  await context.audioWorklet.addModule(recorder);
  const options = { channelCount: 1, channelCountMode: 'explicit' };
  const worklet = new AudioWorkletNode(context, 'tap', options);
  worklet.port.onmessage = ({ data: { frame, channel } }) => {
    own.origin ??= performance.timeOrigin + performance.now() - context.currentTime * 1000;
    own.blocks.push({ frame: frame - DELAY * context.sampleRate, channel });
  };
  connect.call(connect.call(delay, worklet), mute);
}

/**
 * What was recorded: samples from the context's frame `from` on, and when its frame 0 was, in milliseconds since 1970.
 * Resolves when all that is heard by now has come.
 */
globalThis.takeTape = async () => {
  await new Promise((resolve) => setTimeout(resolve, DELAY * 1000 + 200));
  const { context, blocks, origin } = tape;
  const from = blocks[0].frame;
  const samples = new Float32Array(blocks.at(-1).frame + 128 - from);
  for (const { frame, channel } of blocks) samples.set(channel, frame - from);
  return { from, origin, samples, sampleRate: context.sampleRate };
};
