// Tags in React, Preact and Solid, and in Vue's templates.
import type {} from 'rivulet/preact';
import type {} from 'rivulet/react';
import type {} from 'rivulet/solid';
import type {} from 'rivulet/vue';

type InReact = import('react').JSX.IntrinsicElements;
type InPreact = import('preact').JSX.IntrinsicElements;
type InSolid = import('solid-js').JSX.IntrinsicElements;
type InVue = import('vue').GlobalComponents;

export const react: InReact['riv-textbox'] = {
  className: 'wide',
  label: 'Word',
  'max-lines': 3,
  oninput: (event) => event.detail.value.trim(),
  onClick: ({ currentTarget }) => currentTarget.lines.toFixed(),
  ref: (element) => element?.focus(),
};
export const preact: InPreact['riv-image'] = {
  class: 'wide',
  type: 'frame',
  streaming: true,
  onstream: (event) => event.currentTarget.streamState,
  ref: (element) => void element?.streamStats,
};
export const solid: InSolid['riv-audio'] = {
  class: 'wide',
  'sample-rate': '16000',
  'on:startRecording': (event) => event.currentTarget.recording,
};
export const prefixed: InSolid['riv-slider'] = {
  'prop:maximum': 10,
  'prop:minWidth': 100,
  'attr:min-width': '100',
  'attr:label': 'Word',
  'bool:interactive': false,
};
export const vue: InstanceType<InVue['riv-slider']>['$props'] = {
  class: ['wide'],
  key: 1,
  maximum: '10',
  onChange: (event) => event.detail.value.toFixed(),
  onRelease: (event) => event.detail.value.toFixed(),
};

// @ts-expect-error a number, or its text
export const maximum: InReact['riv-slider'] = { maximum: [] };
// @ts-expect-error no such event
export const event: InSolid['riv-slider'] = { 'on:relese': () => 1 };
// @ts-expect-error no such type
export const type: InPreact['riv-image'] = { type: 'bitmapp' };
// @ts-expect-error no such variant
export const variant: InstanceType<InVue['riv-button']>['$props'] = { variant: 'first' };
// @ts-expect-error a number
export const ofProperty: InSolid['riv-slider'] = { 'prop:maximum': {} };
// @ts-expect-error no such property
export const property: InSolid['riv-slider'] = { 'prop:maximun': 1 };
// @ts-expect-error no such attribute
export const attribute: InSolid['riv-slider'] = { 'attr:min-wdth': 1 };
