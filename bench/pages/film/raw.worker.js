import {
  BlobSource,
  BufferTarget,
  Conversion,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
} from '/node_modules/mediabunny/dist/bundles/mediabunny.min.mjs';

onmessage = async ({ data }) => {
  const input = new Input({ formats: [MP4], source: new BlobSource(data) });
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: 'fragmented' }),
    target: new BufferTarget(),
  });
  await (await Conversion.init({ input, output, showWarnings: false })).execute();
  const duration = await (await input.getPrimaryVideoTrack()).computeDuration();
  const { buffer } = output.target;
  postMessage({ buffer, duration, mime: await output.getMimeType() }, [buffer]);
};
