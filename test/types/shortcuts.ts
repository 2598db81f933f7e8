// Shortcuts: each component has one, which is as exact as its class with the options that it has by default.
import * as rv from 'rivulet';
import { type Same, holds } from './same.ts';

/** The elements of the library that are components: what has a value of its own. */
type ComponentTag = {
  [Tag in keyof HTMLElementTagNameMap]: HTMLElementTagNameMap[Tag] extends {
    toHandler(): unknown;
    readonly emptyValue: unknown;
  }
    ? Tag
    : never;
}[keyof HTMLElementTagNameMap];

holds<Same<Exclude<ComponentTag, `riv-${rv.Shortcut}`>, never>>();
holds<Same<Extract<ComponentTag, 'riv-dropdown' | 'riv-row'>, 'riv-dropdown'>>();

new rv.Interface({
  fn: (picture, sound, choice, list, word) => {
    holds<Same<typeof picture, ImageData | null>>();
    holds<Same<Exclude<typeof sound, null>['sampleRate'], number>>();
    holds<Same<typeof list.length, number>>();
    holds<Same<typeof word, string>>();
    return choice;
  },
  inputs: ['webcam', 'mic', 'dropdown', 'checkbox_group', { name: 'textarea', lines: 3 }],
  outputs: 'json',
});

// @ts-expect-error no component has this name
new rv.Interface({ fn: (word) => word, inputs: 'textbocks', outputs: 'text' });
// @ts-expect-error a Row is no component
new rv.Interface({ fn: (word) => word, inputs: 'row', outputs: 'text' });
