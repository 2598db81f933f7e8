// The core by itself, as a page written by hand has it: one for all runs.
import { commands } from './commands.js';

const url = new URL('/dist/ffmpeg/ffmpeg-core.js', import.meta.url).href;
let core;

onmessage = async ({ data: { video, command } }) => {
  if (!core) {
    const { default: create } = await import(url);
    const places = btoa(JSON.stringify({ wasmURL: url.replace(/js$/, 'wasm'), workerURL: '' }));
    core = await create({ mainScriptUrlOrBlob: `${url}#${places}` });
    core.setLogger(() => undefined);
  }
  const args = commands[command];
  const result = args.at(-1);
  core.FS.writeFile('in.mp4', new Uint8Array(await video.arrayBuffer()));
  core.exec(...args);
  core.reset();
  if (command === 'version') return postMessage(0);
  const bytes = core.FS.readFile(result);
  core.FS.unlink(result);
  postMessage(new Blob([bytes]).size);
};
