/** @file Lists the components by their public names: one line each. */

export { RivAnnotatedImage as AnnotatedImage } from './annotated-image/annotated-image.ts';
export { RivAudio as Audio } from './audio/audio.ts';
export { RivBrowserState as BrowserState } from './browser-state/browser-state.ts';
export { RivButton as Button } from './button/button.ts';
export { RivCheckbox as Checkbox } from './checkbox/checkbox.ts';
export { RivCheckboxGroup as CheckboxGroup } from './checkbox-group/checkbox-group.ts';
export { RivColorPicker as ColorPicker } from './color-picker/color-picker.ts';
export { RivDateTime as DateTime } from './date-time/date-time.ts';
export { RivClearButton as ClearButton } from './clear-button/clear-button.ts';
export { RivDivider as Divider } from './divider/divider.ts';
export { RivDownloadButton as DownloadButton } from './download-button/download-button.ts';
export { RivDropdown as Dropdown } from './dropdown/dropdown.ts';
export { RivFile as File } from './file/file.ts';
export { RivHTML as HTML } from './html/html.ts';
export { RivImage as Image } from './image/image.ts';
export { RivJSON as JSON } from './json/json.ts';
export { RivLabel as Label } from './label/label.ts';
export { RivMarkdown as Markdown } from './markdown/markdown.ts';
export { RivNumber as Number } from './number/number.ts';
export { RivRadio as Radio } from './radio/radio.ts';
export { RivSlider as Slider } from './slider/slider.ts';
export { RivState as State } from './state/state.ts';
export { RivTextbox as Textbox } from './textbox/textbox.ts';
export { RivTimer as Timer } from './timer/timer.ts';
export { RivUploadButton as UploadButton } from './upload-button/upload-button.ts';
export { RivVideo as Video } from './video/video.ts';
