/** @file The public entry: re-exports public names, and registers every element. */

export type { AnnotatedValue } from './components/annotated-image/annotations.ts';
export type { ChatExample } from './components/chatbot/chat-host.ts';
export type { Message, MessageMetadata, MessageOption, MessagePart } from './components/chatbot/messages.ts';
export type { Computation, Options } from './components/base/base.ts';
export type { Binding } from './bind/binding/binding.ts';
export type { BindingOptions, HandlerOption, PageFunctionOption, TriggerMode } from './bind/options.ts';
export type { RunMessage } from './app/driving/driving.ts';
export type { CallType, CallTypes } from './app/driving/call-types.ts';
export type { Call } from './app/driving/exposure.ts';
export type { FlagCallback, FlagOption, FlagRecord } from './app/flags/flags.ts';
export type { InterfaceOptions } from './app/interface/interface-properties.ts';
export type { Rendered } from './app/render/render-content.ts';
export type { Shortcut } from './app/shortcut-types.ts';
export type { ComponentOption } from './app/shortcuts.ts';
export type { Configuration } from './bridge/configure.ts';
export type { GradioOptions, ServerRef } from './bridge/server/gradio.ts';
export type { HandlerRef, HandlerRefs } from './bridge/handlers.ts';
export type { HandlerOf } from './bridge/handler-types.ts';
export type { HTMLTools, Props } from './components/html/html-host.ts';
export type { EventName, EventsOf, InputOf, OutputOf, TYPES, ValueTypes } from './page/element-types.ts';
export type { Port, StreamState, StreamStats } from './shared/port.ts';
export type { ShowProgress, Stage, Status, Toast } from './shared/status.ts';
export type { HandlerContext, ToastOptions } from './runner/context.ts';
export type { Progress } from './runner/tools/progress.ts';
export type { ImageType, Input } from './shared/protocol.ts';
export type { AnySamples, Samples } from './shared/values/samples.ts';
export type { DeviceFailure, ErrorDetails } from './shared/errors.ts';

import './app/engine-locator.ts';
import './app/page-hints.ts';
import './app/words/page-words.ts';
import './app/toast-region.ts';

export { css, html } from 'lit';
export { RivElement } from './components/base/base.ts';
export { define } from './components/base/element.ts';
export { on } from './bind/binding/on.ts';
export { gradio } from './bridge/server/gradio.ts';
export { handlers } from './bridge/handlers.ts';
export { configure } from './bridge/configure.ts';
export {
  AssetError,
  CameraError,
  HandlerError,
  MediaError,
  MicrophoneError,
  RivuletError,
  ValueError,
  WorkerError,
} from './shared/errors.ts';

export { load } from './app/load/load.ts';
export { RivBlocks as Blocks } from './app/blocks.ts';
export { TabbedInterface } from './app/tabbed-interface.ts';
export { RivDataset as Dataset } from './app/examples/dataset.ts';
export { RivChatInterface as ChatInterface } from './app/chat/chat-interface.ts';
export { RivExamples as Examples } from './app/examples/examples.ts';
export { RivInterface as Interface } from './app/interface/interface.ts';
export { RivOn as On } from './app/riv-on/riv-on.ts';
export { RivPlayground as Playground } from './app/playground/playground.ts';
export { RivRender as Render } from './app/render/render.ts';

export { RivAccordion as Accordion } from './layout/accordion.ts';
export { RivColumn as Column } from './layout/column.ts';
export { RivGroup as Group } from './layout/group.ts';
export { RivRow as Row } from './layout/row.ts';
export { RivSidebar as Sidebar } from './layout/sidebar.ts';
export { RivTab as Tab } from './layout/pages/tab.ts';
export { RivTabs as Tabs } from './layout/pages/tabs.ts';
export { RivStep as Step } from './layout/pages/step.ts';
export { RivWalkthrough as Walkthrough } from './layout/pages/walkthrough.ts';

export * from './components/index.ts';
