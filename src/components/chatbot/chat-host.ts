/** @file The interface through which the view knows its Chatbot. */

import type { LitElement } from 'lit';
import type { Delimiter } from '../markdown/formulas/delimiters.ts';
import type { Status } from '../../shared/port.ts';
import type { Message, MessagePart } from './messages.ts';

/** What a reader may ask. */
export interface ChatExample {
  text: string;
  /** Shown in place of the text. */
  displayText?: string;
  /** The address of a picture beside it. */
  icon?: string;
  files?: MessagePart[];
}

/** What the view needs of its Chatbot. */
export interface ChatHost extends LitElement {
  readonly value: readonly Message[];
  readonly status: Status;
  readonly label: string;
  readonly height: number | null;
  readonly layout: 'bubble' | 'panel';
  readonly avatarImages: readonly (string | null)[];
  readonly placeholder: string;
  readonly examples: readonly (string | ChatExample)[];
  readonly editable: string;
  readonly feedback: readonly string[];
  readonly reasoningTags: readonly (readonly [string, string])[];
  readonly latexDelimiters: readonly Delimiter[];
  readonly autoscroll: boolean;
  readonly buttons: readonly unknown[];
  readonly groupConsecutive: boolean;
  readonly renderMarkdown: boolean;
  readonly sanitizeHtml: boolean;
  readonly lineBreaks: boolean;
  readonly remoteImages: boolean;
  /** A sentence about what is wrong. */
  message: string;
  /** What it is called. */
  readonly name: string;
  /** Names of the events that somebody listens to. */
  readonly heard: ReadonlySet<string>;
  /** Fires an event. */
  tell(name: string, detail?: unknown): void;
  /** The user has made other messages of them: by an edit, or by clearing. */
  rewrite(messages: Message[], name: string, detail: unknown): void;
}
