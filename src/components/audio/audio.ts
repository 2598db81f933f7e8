/** @file `<riv-audio>`: a sound, from a file, the microphone or a handler. */

import { css } from 'lit';
import type {
  Any,
  EditEvents,
  FailureEvent,
  Or,
  TYPES,
  ValueEvent,
  ValueTypes,
} from '../../page/element-types.ts';
import type { Samples } from '../../shared/values/samples.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { AudioPort } from './audio-port.ts';
import { SOUND_SOURCES } from './audio-options.ts';
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
 * @input `{ sampleRate, channels }` with a `Float32Array` of −1 to 1 for each channel; with `type` `"blob"` a file.
 * @output The same, `Int16Array` channels too, a `Blob`, the bytes of a whole file, or a URL.
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
  static override styles = [...AudioPort.styles, frameStyles];
  static override events =
    'change input upload clear stream startRecording pauseRecording stopRecording play pause stop error'.split(
      ' ',
    );
  static override kind = 'Audio';

  constructor(options?: Options<RivAudio, { type?: Type }>) {
    super(options);
    SOUND_SOURCES.checkStream('microphone', options);
  }

  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.shadowRoot?.getElementById('control')?.focus(options));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-audio': RivAudio<'samples' | 'blob'>;
  }
  interface RivuletShortcuts {
    audio: RivAudio;
    microphone: RivAudio;
    mic: RivAudio;
  }
}
