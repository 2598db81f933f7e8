/** @file The interface through which the behaviour of a ChatInterface knows its element. */

import type { LitElement } from 'lit';
import type { Binding } from '../../bind/binding/binding.ts';
import type { BindingOptions, HandlerOption, TriggerMode } from '../../bind/options.ts';
import type { ChatExample } from '../../components/chatbot/chat-host.ts';
import type { RivChatbot } from '../../components/chatbot/chatbot.ts';
import type { RivMultimodalTextbox } from '../../components/multimodal-textbox/multimodal-textbox.ts';
import type { RivTextbox } from '../../components/textbox/textbox.ts';
import type { Component } from '../shortcuts.ts';

/** What a reader writes into. */
export type ChatTextbox = RivTextbox | RivMultimodalTextbox;

/** An example: a text, `{ text, files }`, or with additional inputs a row of a message and their values. */
export type ExampleOption = string | ChatExample | readonly unknown[];

/** What the behaviour needs of its ChatInterface. */
export interface ChatAppHost extends LitElement {
  readonly fn: HandlerOption | undefined;
  readonly multimodal: boolean;
  readonly examples: readonly ExampleOption[];
  readonly description: string;
  readonly submitLabel: string;
  readonly stopLabel: string;
  readonly additionalInputsLabel: string;
  readonly saveHistory: boolean;
  readonly flagging: 'never' | 'manual';
  readonly triggerMode: TriggerMode;
  readonly concurrencyLimit: number | null | undefined;
  readonly concurrencyId: string | undefined;
  readonly thread: BindingOptions['thread'];
  readonly apiName: string | undefined;
  readonly isReady: boolean;
  readonly additionalOutputs: readonly Component[];
  binding: Binding | null;
  /** What a script gave in place of what is made. */
  readonly given: {
    chatbot: RivChatbot | null;
    textbox: ChatTextbox | null;
    additional: readonly Component[];
    outputs: readonly Component[];
  };
  chatbot: RivChatbot | null;
  textbox: ChatTextbox | null;
  /** Fires an event. */
  tell(name: string): void;
}
