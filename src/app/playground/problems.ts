/** @file What went wrong in an app, as the editor shows it: under its line. */

import { type Extension, StateEffect, StateField, type TransactionSpec } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';

/** Something that went wrong. */
export interface Problem {
  message: string;
  /** From 1; `null` where nobody knows. */
  line: number | null;
}

const told = StateEffect.define<readonly Problem[]>();

/** The words under a line. */
class Words extends WidgetType {
  constructor(private readonly message: string) {
    super();
  }

  override eq(other: Words): boolean {
    return other.message === this.message;
  }

  override toDOM(): HTMLElement {
    const words = document.createElement('div');
    words.className = 'cm-problem-words';
    words.ariaHidden = 'true'; // the list below the editor says it
    words.textContent = this.message;
    return words;
  }
}

const line = Decoration.line({ class: 'cm-problem' });

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, { changes, effects, state: { doc } }) {
    const found = effects.find((effect) => effect.is(told));
    if (!found) return before.map(changes);
    const problems = (found.value as readonly Problem[]).filter((each) => each.line !== null);
    const ranges = problems.flatMap(({ line: number, message }) => {
      const { from, to } = doc.line(Math.min(Math.max(number!, 1), doc.lines));
      const words = Decoration.widget({ widget: new Words(message), side: 1, block: true });
      return [line.range(from), words.range(to)];
    });
    return Decoration.set(ranges, true);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const look = EditorView.theme({
  '.cm-problem': { backgroundColor: 'color-mix(in srgb, var(--_danger) 14%, transparent)' },
  '.cm-problem-words': {
    padding: '2px 12px 4px',
    color: 'var(--_danger)',
    backgroundColor: 'color-mix(in srgb, var(--_danger) 7%, transparent)',
    fontFamily: 'var(--_font)',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** What an editor needs to show problems. */
export const problemMarks: Extension = [marks, look];

/** The change of an editor that shows these problems in place of those before. */
export const showing = (problems: readonly Problem[]): TransactionSpec => ({ effects: told.of(problems) });
