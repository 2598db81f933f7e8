/** Watches the browser's decoders, encoders and frames of this page until `stop`. */
export interface Watched {
  decoders: VideoDecoder[];
  encoders: VideoEncoder[];
  /** The most decoded frames that were open at once. */
  most(): number;
  /** Frames that are open now, decoded or made. */
  open(): number;
  stop(): void;
}

export function watchCodecs(): Watched {
  const { VideoDecoder: Decoder, VideoEncoder: Encoder, VideoFrame: Frame } = globalThis;
  const frames = new Set<VideoFrame>();
  const decoded = new Set<VideoFrame>();
  const decoders: VideoDecoder[] = [];
  const encoders: VideoEncoder[] = [];
  let most = 0;
  const isOpen = (frame: VideoFrame) => frame.codedWidth > 0;
  const count = (set: Set<VideoFrame>) => {
    for (const frame of set) if (!isOpen(frame)) set.delete(frame);
    return set.size;
  };
  globalThis.VideoFrame = new Proxy(Frame, {
    construct(target, args) {
      const frame = Reflect.construct(target, args) as VideoFrame;
      frames.add(frame);
      return frame;
    },
  });
  globalThis.VideoDecoder = class extends Decoder {
    constructor(init: VideoDecoderInit) {
      super({
        ...init,
        output(frame) {
          frames.add(frame);
          decoded.add(frame);
          most = Math.max(most, count(decoded));
          init.output(frame);
        },
      });
      decoders.push(this);
    }
  };
  globalThis.VideoEncoder = class extends Encoder {
    constructor(init: VideoEncoderInit) {
      super(init);
      encoders.push(this);
    }
  };
  return {
    decoders,
    encoders,
    most: () => most,
    open: () => count(frames),
    stop: () =>
      Object.assign(globalThis, { VideoDecoder: Decoder, VideoEncoder: Encoder, VideoFrame: Frame }),
  };
}
