/** @file The base of the views of Image, Audio and Video: sources, files, device, small buttons. */

import { type CSSResult, type TemplateResult, adoptStyles, html, nothing } from 'lit';
import { deviceCard } from '../device-session/device-card.ts';
import type { DeviceHost } from '../device-session/device-host.ts';
import type { DeviceSession } from '../device-session/device-session.ts';
import { FocusKeeper } from '../parts/focus-keeper.ts';
import { save, share } from './export.ts';
import { checkSize } from './file-limit.ts';
import { frame, head } from './frame-view.ts';
import { Intake } from './intake.ts';
import type { MediaHost, MediaSource } from './media-host.ts';
import { viewStyles } from './view.styles.ts';
import {
  type Actions,
  clipboardCard,
  emptyOutput,
  sourceButtons,
  tools,
  uploadCard,
} from './source-views.ts';
import { say } from '../../words/media.ts';

const NOT_GIVEN = {
  dropImage: 'imageNotGiven',
  dropSound: 'soundNotGiven',
  dropVideo: 'videoNotGiven',
} as const;

/** What a component says of itself that its user gives something to. */
export interface TakingHost<Source extends MediaSource> extends MediaHost, DeviceHost {
  readonly sources: Source[];
}

/** What differs between the views of pictures, sounds and videos. */
export interface Medium<Source extends MediaSource> {
  /** The word that asks for one. */
  word: 'dropImage' | 'dropSound' | 'dropVideo';
  icon: TemplateResult;
  /** The source that is a camera or a microphone. */
  device: Source;
  /** MIME types of files that are wanted, and the same for the browser's dialog. */
  fits: RegExp;
  accept: string;
  styles?: CSSResult;
}

/** Milliseconds that a stream must wait before the button says so. */
const PATIENCE_MS = 150;

/** All that a reader sees and presses of an Image, Audio or Video; made when the first one is in the page. */
export abstract class MediaView<
  Source extends MediaSource,
  Host extends TakingHost<Source>,
  Session extends DeviceSession,
> {
  readonly session: Session;
  protected readonly host: Host;
  protected readonly root: ShadowRoot;
  protected readonly intake: Intake;
  protected picked: Source | null = null;
  /** The stream has waited for longer than a moment. */
  protected waiting = false;
  /** What a press on the stage does. */
  protected readonly onSelect?: (event: PointerEvent) => void;
  readonly #medium: Medium<Source>;
  #dropping = false;
  #patience: ReturnType<typeof setTimeout> | null = null;

  /** @param open - makes the camera or microphone; `offered` is true while its user has what turns it off. */
  constructor(
    host: Host,
    root: ShadowRoot,
    medium: Medium<Source>,
    open: (offered: () => boolean) => Session,
  ) {
    const { device, fits, styles } = medium;
    adoptStyles(root, [...root.adoptedStyleSheets, ...viewStyles, ...(styles ? [styles] : [])]);
    this.host = host;
    this.root = root;
    this.#medium = medium;
    this.session = open(() => host.takes && this.source === device);
    new FocusKeeper(host, {
      root: () => root,
      heirs: ['control'],
      waits: () => this.session.phase === 'asking',
    });
    this.intake = new Intake({
      fits,
      check: async (file) => {
        checkSize(file, host);
        return this.check(file);
      },
      take: (file) => {
        if (this.source === device) this.picked = this.instead;
        this.session.close();
        host.take(file, 'upload');
      },
      complain: (error) => {
        // A clipboard that cannot be read is nobody's fault.
        if (error.name === 'Error') host.message = error.message;
        else host.complain(error);
      },
      dragged: (over) => {
        this.#dropping = over;
        host.requestUpdate();
      },
      wanted: () =>
        host.takes &&
        this.session.recording === 'off' &&
        host.sources.some((source) => source === 'upload' || source === 'clipboard'),
    });
  }

  /** It holds something. */
  protected abstract get filled(): boolean;

  /** Makes sure that a file can be shown. @throws {MediaError} with a sentence for the user */
  protected abstract check(file: File): Promise<File>;

  /** Draws what is in the place of picture, sound or video. */
  protected abstract stage(): unknown;

  /** The controls under it; `null` where the source has none. */
  protected abstract controls(): unknown;

  /** The name of a file that is given away. */
  protected abstract nameOf(file: Blob): Promise<string> | string;

  /** The source that is picked where a file takes the device's place. */
  protected get instead(): Source | null {
    return 'upload' as Source;
  }

  /** What it holds is shown, and nothing else. */
  protected get shows(): boolean {
    return this.filled && this.session.recording === 'off';
  }

  /** The user has expanded it. */
  protected get expanded(): boolean {
    return false;
  }

  /** The controls need the width of the row. */
  protected get crowded(): boolean {
    return this.session.phase === 'live';
  }

  /** The source that the user has picked, or the first. */
  protected get source(): Source {
    const { sources } = this.host;
    return this.picked && sources.includes(this.picked) ? this.picked : (sources[0] ?? ('upload' as Source));
  }

  /** Resolves when no file of the user is being read. */
  get reading(): Promise<void> {
    return this.intake.reading;
  }

  /** Gives up what is still being read. */
  forget(): void {
    this.intake.forget();
  }

  frame(): TemplateResult {
    this.#wait();
    const { host } = this;
    const { takes, limit, sized, buttons } = host;
    const { icon } = this.#medium;
    const { shows: filled, expanded } = this;
    const inside = html`
      ${head(host, icon, tools({ filled, editable: takes, buttons, expanded, ...this.actions() }))}
      <div class="stage ${sized ? 'sized' : ''}" part="stage" @click=${this.onSelect}>${this.stage()}</div>
      ${takes ? this.#bar() : nothing}
      ${limit ? html`<riv-time-bar .limit=${limit}></riv-time-bar>` : nothing}`;
    return frame(host, inside, this.intake, this.#dropping);
  }

  /** Returns what the small buttons do. */
  protected actions(): Actions {
    return {
      clear: () => this.clear(),
      download: () => void this.export(save),
      share: () => void this.export(share),
    };
  }

  /** Draws what to do where there is nothing, or that there is nothing. */
  protected empty(): unknown {
    const { takes, sources, placeholder = '' } = this.host;
    const { source, intake } = this;
    const { icon, device, word, accept } = this.#medium;
    if (!takes) return emptyOutput(icon, placeholder);
    if (source === device) return deviceCard(this.session);
    if (source === 'clipboard') return clipboardCard(intake.fromClipboard);
    const hint = sources.some((each) => each === 'clipboard') ? say('dropNote') : '';
    return uploadCard({ word, accept, placeholder, hint }, intake.onPick);
  }

  #bar(): unknown {
    const { source, session } = this;
    const { sources } = this.host;
    const controls = this.controls();
    if (sources.length < 2 && controls === null) return nothing;
    const choices = session.recording === 'off' && sources.length > 1;
    return html`<div class="bar ${choices && this.crowded ? 'full' : ''}" part="bar">
      ${choices ? sourceButtons(sources, source, (next) => this.#pick(next)) : nothing}
      <div class="controls">${controls}</div>
      <div class="end">${session.parts?.closeButton(session)}</div>
    </div>`;
  }

  #wait(): void {
    const waits = this.host.streamState === 'waiting';
    if (!waits) {
      if (this.#patience) clearTimeout(this.#patience);
      this.#patience = null;
      this.waiting = false;
    } else
      this.#patience ??= setTimeout(() => {
        this.waiting = true;
        this.host.requestUpdate();
      }, PATIENCE_MS);
  }

  #pick(source: Source): void {
    const { session, host } = this;
    session.close();
    this.picked = source;
    if (this.filled && source !== 'sketch') this.clear(); // what is there can be drawn upon
    if (source === this.#medium.device) void session.open();
    if (source === 'clipboard') this.intake.fromClipboard();
    host.requestUpdate();
  }

  protected clear(): void {
    this.forget();
    this.host.take(null, 'clear');
  }

  /** The file that is given away. */
  protected file(): Promise<Blob | null> {
    return this.host.toBlob();
  }

  /** Gives the file away. What comes from another site may be shown, and yet not be read. */
  protected async export(use: (file: Blob, name: string) => unknown): Promise<void> {
    try {
      const file = await this.file();
      if (file) await use(file, await this.nameOf(file));
    } catch (error) {
      this.host.message = say(NOT_GIVEN[this.#medium.word], { why: (error as Error).message });
    }
  }
}
