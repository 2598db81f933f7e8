/** @file The types of the names that stand for components, such as `"text"`. */

import type { RivAnnotatedImage } from '../components/annotated-image/annotated-image.ts';
import type { RivAudio } from '../components/audio/audio.ts';
import type { RivBrowserState } from '../components/browser-state/browser-state.ts';
import type { RivButton } from '../components/button/button.ts';
import type { RivCheckboxGroup } from '../components/checkbox-group/checkbox-group.ts';
import type { RivCheckbox } from '../components/checkbox/checkbox.ts';
import type { RivDropdown } from '../components/dropdown/dropdown.ts';
import type { RivHTML } from '../components/html/html.ts';
import type { RivImage } from '../components/image/image.ts';
import type { RivJSON } from '../components/json/json.ts';
import type { RivLabel } from '../components/label/label.ts';
import type { RivMarkdown } from '../components/markdown/markdown.ts';
import type { RivNumber } from '../components/number/number.ts';
import type { RivRadio } from '../components/radio/radio.ts';
import type { RivSlider } from '../components/slider/slider.ts';
import type { RivState } from '../components/state/state.ts';
import type { RivTextbox } from '../components/textbox/textbox.ts';
import type { RivTimer } from '../components/timer/timer.ts';
import type { RivVideo } from '../components/video/video.ts';
import type { Any } from '../page/element-types.ts';

/** The names that stand for components. */
interface Shortcuts {
  textbox: RivTextbox;
  text: RivTextbox;
  textarea: RivTextbox;
  number: RivNumber;
  slider: RivSlider;
  checkbox: RivCheckbox;
  'checkbox-group': RivCheckboxGroup;
  checkboxgroup: RivCheckboxGroup;
  checkbox_group: RivCheckboxGroup;
  radio: RivRadio;
  dropdown: RivDropdown;
  image: RivImage;
  webcam: RivImage;
  sketchpad: RivImage;
  audio: RivAudio;
  microphone: RivAudio;
  mic: RivAudio;
  video: RivVideo;
  playablevideo: RivVideo;
  label: RivLabel;
  json: RivJSON;
  html: RivHTML;
  markdown: RivMarkdown;
  'annotated-image': RivAnnotatedImage;
  annotatedimage: RivAnnotatedImage;
  annotated_image: RivAnnotatedImage;
  button: RivButton;
  state: RivState;
  'browser-state': RivBrowserState;
  browserstate: RivBrowserState;
  browser_state: RivBrowserState;
  timer: RivTimer;
}

/** A name that stands for a component with its defaults, such as `"text"`. */
export type Shortcut = keyof Shortcuts;

/** The component that an entry of `inputs` or `outputs` stands for. */
type ElementOf<Entry> = Entry extends Shortcut
  ? Shortcuts[Entry]
  : Entry extends { name: infer Name extends Shortcut }
    ? NamedOf<Name, Entry>
    : Entry;

/** The options of some say what handlers are given. */
type NamedOf<Name extends Shortcut, Entry> = Entry extends { type: unknown } | { multiselect: unknown }
  ? { value: Any }
  : Shortcuts[Name];

/** The components that `inputs` or `outputs` stand for, as a list. */
export type ElementsOf<Given> = Given extends readonly unknown[]
  ? { readonly [At in keyof Given]: ElementOf<Given[At]> }
  : Given extends null | undefined
    ? []
    : [ElementOf<Given>];
