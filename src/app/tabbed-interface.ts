/** @file `TabbedInterface`: several apps in one, each in a tab of its own. */

import type { Options } from '../components/base/base.ts';
import { RivTab } from '../layout/pages/tab.ts';
import { RivTabs } from '../layout/pages/tabs.ts';
import { ValueError, describe } from '../shared/errors.ts';
import { RivBlocks } from './blocks.ts';

/** What `new TabbedInterface` makes: Blocks. */
export interface TabbedInterface extends RivBlocks {}

/** Several apps in one, each in a tab: `new TabbedInterface([one, two], ["One", "Two"])` makes Blocks of them. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: what is made is an element of Blocks
export class TabbedInterface {
  /**
   * @param apps - Interfaces, Blocks, or other elements.
   * @param labels - of the tabs; "Tab 0", "Tab 1", … where there is none.
   * @param options - those of Blocks.
   * @throws {ValueError} for what is no list of elements
   */
  constructor(apps: readonly Element[], labels: readonly string[] = [], options: Options<RivBlocks> = {}) {
    if (!Array.isArray(apps) || !apps.every((app) => app instanceof Element))
      throw new ValueError(`TabbedInterface: the apps got ${describe(apps)}, expected a list of apps`, {
        target: 'apps',
      });
    const tabs = apps.map((app, at) => new RivTab({ label: labels[at] ?? `Tab ${at}` }, app));
    // biome-ignore lint/correctness/noConstructorReturn: only a class that is registered makes elements
    return new RivBlocks(options, new RivTabs({}, ...tabs)) as TabbedInterface;
  }
}
