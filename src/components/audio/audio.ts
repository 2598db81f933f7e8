/** @file `<riv-audio>`: a sound, from a file, the microphone or a handler. */

import { type TemplateResult, css, html, nothing } from 'lit';
import type {
  Any,
  EditEvents,
  FailureEvent,
  Or,
  TYPES,
  ValueEvent,
  ValueTypes,
} from '../../page/element-types.ts';
import { ValueError } from '../../shared/errors.ts';
import type { Samples } from '../../shared/values/samples.ts';
import { part } from '../../page/lazy.ts';
import { baseStyles } from '../styles/base.styles.ts';
import type { Options } from '../base/base.ts';
import { controlStyles } from '../styles/controls.styles.ts';
import { Faced } from '../base/view.ts';
import { element } from '../base/element.ts';
import { imageStyles } from '../media-frame/media.styles.ts';
import type { AudioFace } from './audio-view.ts';
import { AudioPort } from './audio-port.ts';
import { checkSoundSources } from './audio-sources.ts';
import type { SoundValue } from './sound.ts';

/** The frame is that of the Image; a sound is as high as its player. */
const frameStyles = css`
  .stage {
    height: auto;
    min-height: 148px;
    max-height: none;
    aspect-ratio: auto;
  }
  /* Where the player needs two rows, and three. */
  @container (max-width: 423px) {
    .stage {
      min-height: 184px;
    }
  }
  @container (max-width: 283px) {
    .stage {
      min-height: 224px;
    }
  }
`;

interface AudioEvents extends EditEvents<SoundValue> {
  upload: ValueEvent<File>;
  clear: ValueEvent<null>;
  stream: ValueEvent<SoundValue>;
  startRecording: CustomEvent<object>;
  pauseRecording: CustomEvent<object>;
  stopRecording: ValueEvent<SoundValue>;
  play: CustomEvent<object>;
  pause: CustomEvent<object>;
  stop: CustomEvent<object>;
  error: FailureEvent;
}

interface AudioTypes<Type extends 'samples' | 'blob'> extends ValueTypes<SoundValue, AudioEvents> {
  input: (Type extends 'blob' ? Blob : Samples) | null;
}

/**
 * A sound: from a file or the microphone; or the sound that a handler gave. With a `stream` binding it streams: the
 * handler is given what the microphone heard since the last time, every sample once.
 *
 * @event change - The sound changed, by the user or by a handler.
 * @event input - The user gave, recorded, trimmed or removed a sound, or ended a stream.
 * @event upload - The user gave a file.
 * @event clear - The user removed the sound.
 * @event stream - What the microphone has heard goes to a handler.
 * @event startRecording - A recording begins.
 * @event pauseRecording - The user pauses a recording.
 * @event stopRecording - A recording is over; `value` is the sound.
 * @event play - The sound begins.
 * @event pause - The user has paused the sound.
 * @event stop - The end of the sound was heard.
 * @event error - The microphone could not be had, or a sound cannot be played: `error` of the detail is the
 *   MicrophoneError (`reason` says why) or MediaError. Does not bubble.
 * @csspart surface - The frame around everything.
 * @csspart head - The row of label and small buttons.
 * @csspart stage - The place of the sound.
 * @csspart drop - The place for a file.
 * @csspart bar - The row of sources and of the recorder's controls.
 * @csspart button - Each button; the one that records is also `record`.
 * @csspart picker - The choice of microphones.
 * @csspart level - The picture of what the microphone hears.
 * @csspart time - For how long it has been recording.
 */
@element('riv-audio', {
  shortcuts: { microphone: { sources: ['microphone'] }, mic: { sources: ['microphone'] } },
})
export class RivAudio<Type extends 'samples' | 'blob' = Any> extends AudioPort {
  declare readonly [TYPES]: AudioTypes<Or<Type, 'samples'>>;
  static override styles = [...baseStyles, controlStyles, ...imageStyles, frameStyles];
  static override events =
    'change input upload clear stream startRecording pauseRecording stopRecording play pause stop error'.split(
      ' ',
    );
  static override kind = 'Audio';

  readonly #faced = new Faced<AudioFace>(this, async (root) => {
    const { AudioFace } = await part(() => import('./audio-view.ts'));
    return new AudioFace(this, root);
  });

  constructor(options?: Options<RivAudio, { type?: Type }>) {
    super(options);
    const { sources, streaming, interactive, id = 'riv-audio' } = options ?? {};
    if (sources && streaming && interactive !== false && !checkSoundSources(sources).includes('microphone'))
      throw new ValueError(
        `A streaming Audio got sources ${JSON.stringify(sources)}, expected ["microphone"]`,
        {
          target: id,
        },
      );
  }

  override clear(): void {
    this.#faced.face?.forget();
    super.clear();
  }

  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.shadowRoot?.getElementById('control')?.focus(options));
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#faced.settled();
    return super.getUpdateComplete();
  }

  /** Until its parts are there the frame is as large as it will be. */
  protected override renderFrame(): TemplateResult {
    return (
      this.#faced.face?.frame() ??
      html`<div class="surface">
        <div class="head"></div>
        <div class="stage">${this.message}</div>
        ${this.takes ? html`<div class="bar"></div>` : nothing}
      </div>`
    );
  }

  protected override renderControl(): unknown {
    return nothing; // its frame draws it
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-audio': RivAudio<'samples' | 'blob'>;
  }
}
