/** @file What a message says, part by part: each stays, and grows, as long as what it draws is of the same kind. */

import type { ChatHost } from './chat-host.ts';
import { ReasoningPart } from './fold.ts';
import { DrawnComponent, MediaPart } from './media-part.ts';
import { type Piece, piecesOf } from './parts.ts';
import type { Message } from './messages.ts';
import { TextPart } from './text-part.ts';

/** Draws pieces of one kind. */
interface Part<P extends Piece = Piece> {
  readonly element: HTMLElement;
  show(piece: P): void;
  dispose(): void;
}

/** Makes what draws pieces of a kind. */
const makers: { [Kind in Piece['kind']]: (host: ChatHost) => Part<Extract<Piece, { kind: Kind }>> } = {
  text: (host) => {
    const part = new TextPart(host);
    return { element: part.element, show: ({ text }) => part.show(text), dispose: () => part.dispose() };
  },
  reasoning: (host) => {
    const part = new ReasoningPart(host);
    return {
      element: part.element,
      show: ({ text, open }) => part.show(text, open),
      dispose: () => part.dispose(),
    };
  },
  media: (host) => {
    const part = new MediaPart();
    return {
      element: part.element,
      show: (piece) => part.show(piece, host.remoteImages),
      dispose: () => part.dispose(),
    };
  },
  component: () => new DrawnComponent(),
};

/** Draws what a message says. */
export class MessageParts {
  readonly element = document.createElement('div');
  readonly #host: ChatHost;
  #parts: { kind: Piece['kind']; part: Part }[] = [];

  constructor(host: ChatHost) {
    this.#host = host;
    this.element.className = 'content';
  }

  /** Draws what it says now. */
  show(message: Message): void {
    const pieces = piecesOf(message, message.role === 'user' ? [] : this.#host.reasoningTags);
    pieces.forEach((piece, at) => {
      let entry = this.#parts[at];
      if (entry?.kind !== piece.kind) {
        const made = { kind: piece.kind, part: makers[piece.kind](this.#host) as Part };
        if (entry) {
          entry.part.dispose();
          entry.part.element.replaceWith(made.part.element);
        } else this.element.append(made.part.element);
        this.#parts[at] = entry = made;
      }
      entry.part.show(piece);
    });
    for (const { part } of this.#parts.splice(pieces.length)) {
      part.dispose();
      part.element.remove();
    }
  }

  /** Gives back what they hold. */
  dispose(): void {
    for (const { part } of this.#parts) part.dispose();
    this.#parts = [];
  }
}
