/** @file What offers words in the editor of a Code, and closes brackets. */

import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completeAnyWord,
  completionKeymap,
} from '@codemirror/autocomplete';
import { EditorState, type Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';

/** Offers what the language knows, and the words of the text. */
export const completion: Extension = [
  autocompletion(),
  EditorState.languageData.of(() => [{ autocomplete: completeAnyWord }]),
  closeBrackets(),
  keymap.of([...closeBracketsKeymap, ...completionKeymap]),
];
