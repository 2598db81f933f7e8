import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import { buttonOf, edit, pageWith } from '../../helpers/app.ts';
import { press } from '../../helpers/press.ts';
import { until } from '../../helpers/wait.ts';
import { clearPage } from '../../helpers/page.ts';
import { recordCamera } from '../../helpers/stream.ts';

const PAGE = `<riv-interface live stream-every="0.02">
  <riv-image slot="input" sources="webcam" streaming></riv-image>
  <riv-radio slot="input" choices="wide,high" value="wide"></riv-radio>
  <riv-textbox slot="output"></riv-textbox>
  <script type="handler">
    let calls = 0;
    export default (image, what) => \`\${what} \${image === null ? 'nothing' : what === 'wide' ? image.width : image.height} \${++calls}\`;
  </script>
</riv-interface>`;

describe('a live Interface with a camera', () => {
  afterEach(clearPage);

  it('[C11][C13][C77][C110] runs repeatedly while recording, quietly, with the values of all inputs', async () => {
    const app = await pageWith<rv.Interface>(PAGE);
    const [image, what] = app.inputs as [rv.Image, rv.Radio];
    const [output] = app.outputs as [rv.Textbox];
    expect(buttonOf(app, 'Submit') === null).to.be.true;
    const started: Event[] = [];
    app.binding?.addEventListener('start', (event) => started.push(event));
    edit(what, 'high');
    edit(what, 'wide');
    expect(started.length).to.equal(0);
    await recordCamera(image);
    await until(() => /^wide [1-9]\d* [3-9]/.test(output.value));
    expect(output.status).to.include({ show: 'hidden' });
    edit(what, 'high');
    await until(() => /^high [1-9]/.test(output.value));
    expect(started.length).to.equal(1);
    await press(image, 'Stop');
    await until(() => image.streamState === 'closed');
    const { value } = output;
    edit(what, 'wide');
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(output.value).to.equal(value);
    expect(app.binding?.running).to.be.false;
  });

  it('[C111] goes on at another pace when streamEvery and timeLimit change', async () => {
    const app = await pageWith<rv.Interface>(PAGE.replace('"0.02"', '"60"'));
    const [image] = app.inputs as [rv.Image];
    const [output] = app.outputs as [rv.Textbox];
    const started: Event[] = [];
    app.binding?.addEventListener('start', (event) => started.push(event));
    await recordCamera(image);
    const calls = () => Number(output.value.split(' ').at(-1));
    await until(() => calls() > 0);
    const before = calls();
    Object.assign(app, { streamEvery: 0.02, timeLimit: null });
    await app.updateComplete;
    edit(app.inputs[1]!, 'high'); // the next chunk comes at once, those after it at the new pace
    await until(() => calls() > before + 3);
    expect(started.length).to.equal(1);
    await press(image, 'Stop');
    await until(() => image.streamState === 'closed');
  });

  it('[C83] shows frames in the camera that is input and output', async () => {
    const image = new rv.Image({ sources: ['webcam'], streaming: true });
    const app = new rv.Interface({
      fn: (frame: ImageData) => frame,
      inputs: image,
      outputs: image,
      live: true,
      streamEvery: 0.02,
    }).mount();
    await app.ready;
    let changes = 0;
    image.addEventListener('change', () => changes++);
    await recordCamera(image);
    await until(() => changes > 3);
    expect(image.streamState).to.equal('open');
    await press(image, 'Stop');
    await until(() => image.streamState === 'closed');
    expect(app.binding?.running).to.be.false;
  });

  it('[C16] runs once for each picture of the user, also when it shows the result in its place', async () => {
    const image = new rv.Image();
    const app = new rv.Interface({
      fn: (picture: ImageData | null) => picture,
      inputs: image,
      outputs: image,
      live: true,
      examples: [new ImageData(4, 2)],
    }).mount();
    await app.ready;
    const runs: Event[] = [];
    app.binding?.addEventListener('end', (event) => runs.push(event));
    image.fromHandler(new ImageData(8, 8));
    image.dispatchEvent(new CustomEvent('input'));
    await until(() => runs.length === 1);
    expect(app.binding?.running).to.be.false;
    buttonOf(app, 'Clear')?.click();
    await until(() => runs.length === 2);
    expect(image.value).to.equal(null);
  });
});
