// Tags in JSX, of a framework that has no entry of its own.
import type { RivuletElements } from 'rivulet/jsx';

declare global {
  namespace JSX {
    interface IntrinsicElements extends RivuletElements {}
  }
}

export const app = (
  <riv-interface live stream-every="0.1" title="Calculator" onload={(event) => event.type} id="app">
    <riv-number slot="input" label="a" value={4} min-width={100} />
    <riv-number slot="input" label="b" value="4" showLabel={false} />
    <riv-radio slot="input" choices={['add', 'multiply']} value="add" />
    <riv-dropdown slot="input" choices="add,multiply" multiselect />
    <riv-image slot="output" streaming type="blob" onselect={(event) => event.detail.index[0].toFixed()} />
    <riv-audio onstartRecording={(event) => event.currentTarget.recording} />
    <riv-textbox oninput={(event) => event.detail.value.trim() + event.currentTarget.label} />
    <riv-row equal-height>
      <riv-column scale={1} min-width="200" />
    </riv-row>
    <riv-on for="a b" event="change" fn="#name" inputs="a" outputs="b" stream-every="0.1" />
  </riv-interface>
);

// @ts-expect-error no such type
export const type = <riv-image type="bitmapp" />;
// @ts-expect-error no such property
export const property = <riv-textbox labell="x" />;
// @ts-expect-error no such event
export const event = <riv-textbox onclik={() => 1} />;
// @ts-expect-error text has no toFixed
export const detail = <riv-textbox oninput={(event) => event.detail.value.toFixed()} />;
// @ts-expect-error no such tag
export const tag = <riv-textbocks />;
