/** @file Places the flags of an Interface where they are asked for. */

import { html, nothing } from 'lit';
import type { Binding } from '../../bind/binding/binding.ts';
import type { FlagCallback, FlagOption } from './flags.ts';
import { keptName } from '../kept/kept-name.ts';
import { type Component, isShown } from '../shortcuts.ts';

/** What the flags of an Interface depend on. */
interface Flagging {
  flagging: 'never' | 'manual' | 'auto';
  flaggingOptions: readonly FlagOption[] | null;
  flaggingCallback: FlagCallback | null;
  id: string;
  title: string;
  binding: Binding | null;
}

/** The components of an Interface, as far as their values are kept. */
interface Flagged {
  inputs: Component[];
  outputs: Component[];
  kind: string;
}

/** Draws what keeps inputs and outputs of an Interface, where it is asked for and there are results. */
export function flagsView(flags: Flagging, { inputs, outputs, kind }: Flagged): unknown {
  const { flagging, flaggingOptions, flaggingCallback, binding } = flags;
  if (flagging === 'never' || kind === 'input-only') return nothing;
  const components = (kind === 'unified' ? inputs : [...inputs, ...outputs]).filter(isShown);
  return html`<riv-flags
    .mode=${flagging}
    .options=${flaggingOptions ?? []}
    .callback=${flaggingCallback}
    .components=${components}
    .binding=${binding}
    .store=${keptName(flags)}
  ></riv-flags>`;
}
