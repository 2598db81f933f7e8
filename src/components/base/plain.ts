/** @file The base of elements that hold no value. */

import { property } from 'lit/decorators.js';
import { HostElement } from './host-element.ts';
import { strictly } from './setting.ts';
import { applySize } from './size.ts';
import { ValueError, describe } from '../../shared/errors.ts';
import type { Port, Status } from '../../shared/port.ts';
import type { Input } from '../../shared/protocol.ts';

/**
 * What all elements share that hold no value: boxes, and what stands between components. A handler may change their
 * properties by `ctx.update`, so they are ports too.
 */
export abstract class PlainElement extends HostElement implements Port {
  /** Names of the events that a binding may listen to. */
  static events: readonly string[] = [];

  /** False takes the element and what is in it out of sight and layout. */
  @property({ converter: { fromAttribute: (text) => (text === 'hidden' ? text : text !== 'false') } })
  visible: boolean | 'hidden' = true;
  /** Share of a Row's free width; 0 is the natural width. */
  @property({ type: Number }) scale: number | null = null;
  /** Pixels below which a Row wraps this element. */
  @property({ type: Number }) minWidth = 160;

  /** Not shown: there is nothing that a run could write to. */
  status: Status = { stage: 'idle', show: 'hidden' };
  readonly silent: boolean = true;

  use(): void {}

  toHandler(): Input {
    return { kind: 'value', value: null };
  }

  /** @throws {ValueError} for anything but nothing: only its properties can be changed. */
  fromHandler(given: unknown): void {
    if (given === null || given === undefined) return;
    throw new ValueError(
      `<${this.localName}> holds no value, but got ${describe(given)}; use ctx.update({ … })`,
      {
        target: this.id || this.localName,
      },
    );
  }

  /** Changes properties, as `ctx.update` asks. Lit's own step has this name too: it is told apart by its Map. */
  override update(props: Record<string, unknown> | Map<PropertyKey, unknown>): void {
    if (props instanceof Map) return super.update(props);
    const known = (this.constructor as typeof PlainElement).elementProperties;
    for (const [name, next] of Object.entries(props)) {
      if (!known.has(name))
        throw new ValueError(`<${this.localName}> has no property "${name}" to update`, {
          target: this.localName,
        });
      const problem = this.misfit(name, next);
      if (problem) throw problem;
      strictly(() => {
        (this as unknown as Record<string, unknown>)[name] = next;
      });
    }
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('visible')) this.hidden = this.visible !== true;
    applySize(this, changed, this.usualWidth);
  }

  /** The `minWidth` that the style sheet already has. */
  protected get usualWidth(): number {
    return 160;
  }
}
