/** @file The base of Image, Audio, Video and AnnotatedImage. */

import { type CSSResult, type TemplateResult, html, nothing } from 'lit';
import { RivElement } from '../base/base.ts';
import { LazyView } from '../base/lazy-view.ts';
import { report } from '../parts/report.ts';
import { baseStyles } from '../styles/base.styles.ts';
import { controlStyles } from '../styles/controls.styles.ts';
import type { MediaHost } from './media-host.ts';
import { mediaStyles } from './media.styles.ts';

/** What draws a component, and what its user presses. */
export interface View {
  /** Resolves when no file of the user is being read. */
  readonly reading?: Promise<void>;
  frame(): TemplateResult;
  /** Gives up what is still being read. */
  forget?(): void;
}

/** What shows a picture, a sound or a video: in its frame, which a view fills that is loaded with the first one. */
export abstract class MediaElement<Value, Inside extends View>
  extends RivElement<Value>
  implements MediaHost
{
  static override styles: CSSResult[] = [...baseStyles, controlStyles, ...mediaStyles];

  abstract override buttons: (string | Node)[];
  /** What it holds, as a title. */
  protected abstract readonly medium: 'Image' | 'Sound' | 'Video' | 'File';

  readonly #lazyView = new LazyView<Inside>(this, (root) => this.loadView(root));

  /** Gives what draws the component with this root. */
  protected abstract loadView(root: ShadowRoot): Promise<Inside>;

  /** Resolves when all that came is shown. */
  protected abstract settled(): Promise<unknown>;

  abstract toBlob(type?: string): Promise<Blob | null>;

  /** `null` until it is there. */
  protected get view(): Inside | null {
    return this.#lazyView.view;
  }

  /** @internal */
  get name(): string {
    return this.accessibleName;
  }

  /** @internal */
  get takes(): boolean {
    return this.editable;
  }

  /** @internal */
  get sized(): boolean {
    return false;
  }

  /** The part that the row under the stage is; `null` for none. */
  protected get row(): 'bar' | 'legend' | null {
    return this.takes ? 'bar' : null;
  }

  /** @internal */
  notify(name: string, detail?: unknown): void {
    this.emit(name, detail);
  }

  /** @internal */
  complain(error: Error): void {
    this.message = error.message;
    report(this, this.medium, error);
  }

  /** @internal */
  take(value: Value, event?: string): void {
    this.message = '';
    this.value = value;
    for (const name of [event, 'input', 'change']) if (name) this.emit(name, { value });
  }

  override clear(): void {
    this.view?.forget?.();
    super.clear();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#lazyView.settled();
    await this.settled();
    return super.getUpdateComplete();
  }

  /** Until its view is there the frame is as large as it will be. */
  protected override renderFrame(): TemplateResult {
    if (this.view) return this.view.frame();
    const { container, showLabel, message, sized, row } = this;
    return html`<div class="surface" part="surface">
      <div class="head ${container && showLabel ? '' : 'bare'}" part="head"></div>
      <div class="stage ${sized ? 'sized' : ''}" part="stage">
        ${message ? html`<div class="message" part="message" role="alert">${message}</div>` : nothing}
      </div>
      ${row ? html`<div class="bar" part=${row}></div>` : nothing}
    </div>`;
  }

  protected override renderControl(): unknown {
    return nothing; // its view draws it
  }
}
