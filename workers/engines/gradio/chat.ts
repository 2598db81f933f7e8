/** @file Conversations, as Gradio writes them. */

import { fileOf, isFileData } from './files.ts';

type Part = Record<string, unknown>;

interface Message {
  role: string;
  content: unknown;
  metadata?: Record<string, unknown> | null;
  options?: unknown[] | null;
}

/** Makes what is sent of the messages of a Chatbot. */
export async function chatToServer(value: unknown): Promise<unknown> {
  const messages = (Array.isArray(value) ? value : []) as Message[];
  return Promise.all(
    messages.map(async ({ role, content, metadata, options }) => ({
      role,
      content: await Promise.all((Array.isArray(content) ? content : [content]).map(partToServer)),
      metadata: metadata ? renamed(metadata, 'parentId', 'parent_id') : null,
      options: options ?? null,
    })),
  );
}

async function partToServer(part: unknown): Promise<Part> {
  if (part instanceof Blob) return { type: 'file', file: await fileOf(part), alt_text: null };
  const { component, props } = (part ?? {}) as { component?: string; props?: Part };
  if (component)
    return {
      type: 'component',
      component: component.toLowerCase(),
      value: props?.value,
      constructor_args: {},
      props: props ?? {},
    };
  return { type: 'text', text: typeof part === 'string' ? part : String(part ?? '') };
}

/** Makes messages of what the server gave, of this version of Gradio or an older one. */
export async function chatFromServer(
  payload: unknown,
  load: (file: unknown) => Promise<unknown>,
): Promise<unknown> {
  if (!Array.isArray(payload)) return payload ?? null;
  return Promise.all(
    (payload as Message[]).map(async ({ role, content, metadata, options }) => {
      const parts = await Promise.all(
        (Array.isArray(content) ? content : [content]).map((part) => partFromServer(part, load)),
      );
      return {
        role,
        content: parts.length === 1 ? parts[0] : parts,
        ...(metadata && { metadata: renamed(metadata, 'parent_id', 'parentId') }),
        ...(options?.length && { options }),
      };
    }),
  );
}

async function partFromServer(part: unknown, load: (file: unknown) => Promise<unknown>): Promise<unknown> {
  if (typeof part !== 'object' || part === null) return part ?? '';
  const { type, text, file, component, value, props } = part as Part;
  if (type === 'text') return text ?? '';
  if (isFileData(file)) return load(file);
  if (isFileData(part)) return load(part);
  if (component)
    return {
      component: COMPONENTS[String(component)] ?? component,
      props: { ...(props as Part), value: await load(value) },
    };
  return part;
}

const COMPONENTS: Record<string, string> = {
  image: 'Image',
  audio: 'Audio',
  video: 'Video',
  gallery: 'Gallery',
  plot: 'Plot',
  html: 'HTML',
  dataframe: 'Dataframe',
  file: 'File',
};

function renamed(record: Record<string, unknown>, from: string, to: string): Record<string, unknown> {
  const { [from]: moved, ...rest } = record;
  const known = Object.entries(moved === undefined || moved === null ? rest : { ...rest, [to]: moved });
  return Object.fromEntries(known.filter(([, value]) => value !== null && value !== undefined));
}
