import { expect } from '@esm-bundle/chai';
import { makeProgress } from '../../src/runner/tools/progress.ts';
import type { ProgressLevel } from '../../src/shared/port.ts';

/** The fractions of each message that a progress sends. */
function recorded() {
  const sent: (number | null)[][] = [];
  const progress = makeProgress((levels: ProgressLevel[]) =>
    sent.push(levels.map(({ fraction }) => fraction)),
  );
  return { progress, sent };
}

describe('makeProgress', () => {
  it('drops what was told before a loop when the loop tells more', () => {
    const { progress, sent } = recorded();
    progress(0.05);
    for (const _ of progress.each(['a', 'b']));
    expect(sent).to.deep.equal([[0.05], [0], [0.5], [1]]);
  });

  it('keeps the loops around what is told inside them', () => {
    const { progress, sent } = recorded();
    for (const _ of progress.each(['a'])) progress(0.25);
    expect(sent).to.deep.equal([[0], [0, 0.25], [1]]);
  });

  it('[C59] shows nested loops as levels, outer first', () => {
    const { progress, sent } = recorded();
    for (const _ of progress.each(['a', 'b'])) for (const __ of progress.each(['c']));
    expect(sent).to.deep.equal([[0], [0, 0], [0, 1], [0.5], [0.5, 0], [0.5, 1], [1]]);
  });
});
