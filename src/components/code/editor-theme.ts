/** @file The look of the editor in a Code, from the tokens. */

import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const keyword = 'light-dark(#a0280c, #ff9e80)';
const text = 'light-dark(#0f6b3a, #86d9a5)';
const number = 'light-dark(#1d4fb8, #9cc0ff)';
const name = 'light-dark(#6a3bb0, #cdb2ff)';
const muted = 'var(--_text-muted)';

/** The colours of code: each reads well on both grounds. */
export const highlightStyle = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.controlKeyword, tags.operatorKeyword], color: keyword },
  { tag: [tags.string, tags.special(tags.string), tags.regexp, tags.attributeValue], color: text },
  { tag: [tags.number, tags.bool, tags.null, tags.atom, tags.unit, tags.color], color: number },
  {
    tag: [
      tags.function(tags.variableName),
      tags.function(tags.propertyName),
      tags.definition(tags.variableName),
      tags.className,
      tags.typeName,
      tags.tagName,
      tags.attributeName,
    ],
    color: name,
  },
  { tag: [tags.comment, tags.meta, tags.processingInstruction], color: muted, fontStyle: 'italic' },
  { tag: tags.heading, fontWeight: '700' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.link, textDecoration: 'underline' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.invalid, color: 'var(--_danger)' },
]);

/** The frame and its buttons are of `code.styles.ts`; this is what CodeMirror itself draws. */
export const editorTheme = EditorView.theme({
  '&': { color: 'var(--_text)', backgroundColor: 'transparent', fontSize: '0.8125rem' },
  '&.cm-focused': { outline: '0' },
  '.cm-scroller': {
    fontFamily: 'var(--_font-mono)',
    lineHeight: '1.6',
    minHeight: 'calc(var(--_lines) * 1.6em + 16px)',
    maxHeight: 'var(--_most, none)',
    overflow: 'auto',
  },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--_text)' },
  '.cm-line': { padding: '0 12px' },
  '.cm-gutters': {
    border: '0',
    backgroundColor: 'var(--_surface)',
    color: muted,
    userSelect: 'none',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2.75em', padding: '0 4px 0 8px' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in srgb, var(--_text) 5%, transparent)',
  },
  '.cm-cursor': { borderLeftColor: 'var(--_text)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--_accent) 28%, transparent)',
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'color-mix(in srgb, var(--_text) 14%, transparent)',
  },
  '.cm-tooltip': {
    border: '1px solid var(--_border)',
    borderRadius: 'calc(var(--_radius) - 2px)',
    backgroundColor: 'var(--_surface)',
    color: 'var(--_text)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 8px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--_accent)',
    color: 'var(--_on-accent)',
  },
});
