/** @file Files and components of a message. */

import { type TemplateResult, html, nothing, render } from 'lit';
import { sizeInWords } from '../media-frame/file-limit.ts';
import { fileIcon } from '../parts/media-icons.ts';
import { isLink, isRemote } from '../parts/links.ts';
import { meaningOf } from '../../page/registry.ts';
import { wordsOf } from '../../shared/errors.ts';
import type { Piece } from './parts.ts';
import { say } from '../../words/chat.ts';

type Media = Extract<Piece, { kind: 'media' }>;
type Component = Extract<Piece, { kind: 'component' }>;

/** Draws a file: a picture, a player, or a link to have it. */
export class MediaPart {
  readonly element = document.createElement('div');
  #source: Blob | string | undefined;
  #key = '';
  #url = '';

  constructor() {
    this.element.className = 'media';
  }

  /** Shows a file. @param remote - True where those of other sites are fetched. */
  show(piece: Media, remote: boolean): void {
    const { source, media, name, alt, given } = piece;
    const key = JSON.stringify([media, name, alt, remote]);
    if (source === this.#source && key === this.#key) return;
    this.dispose();
    this.#source = source;
    this.#key = key;
    const address = typeof source === 'string' ? source : (this.#url = URL.createObjectURL(source));
    const fetched = given || remote || !isRemote(address);
    if (!isLink(address) && !/^data:/i.test(address)) {
      this.#draw(html`<span class="note">${address}</span>`);
      return;
    }
    if (media === 'image' && fetched) return this.#picture(address, alt || name);
    if ((media === 'audio' || media === 'video') && fetched) return this.#player(media, source, name);
    const size = typeof source === 'string' ? '' : sizeInWords(source.size);
    this.#draw(html`<a class="file" href=${address} download=${name} aria-label=${fetched ? say('downloadNamed', { name }) : nothing} target="_blank" rel="noopener noreferrer">
        ${fileIcon}<span class="file-name">${fetched ? name : address}</span>
      </a>
      <span class="note">${size}</span>`);
  }

  #draw(template: TemplateResult): void {
    const box = document.createElement('div');
    render(template, box);
    this.element.replaceChildren(box);
  }

  #picture(address: string, alt: string): void {
    const picture = document.createElement('img');
    Object.assign(picture, { src: address, alt, loading: 'lazy', decoding: 'async' });
    picture.addEventListener('error', () => {
      this.#draw(html`<span class="note">${say('pictureLost', { name: alt })}</span>`);
    });
    this.element.replaceChildren(picture);
  }

  #player(media: 'audio' | 'video', source: Blob | string, name: string): void {
    const player = document.createElement(`riv-${media}`) as HTMLElement;
    Object.assign(player, { interactive: false, label: name === 'file' ? '' : name, value: source });
    this.element.replaceChildren(player);
  }

  /** Gives back what it holds of the file. */
  dispose(): void {
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#url = '';
    this.#source = undefined;
    this.element.replaceChildren();
  }
}

/** Draws a component, which stays the same while its properties change. */
export class DrawnComponent {
  readonly element = document.createElement('div');
  #tag = '';
  #component: (HTMLElement & { update?(props: object): void }) | null = null;
  #note: HTMLElement | null = null;

  constructor() {
    this.element.className = 'component';
  }

  show({ name, props }: Component): void {
    const { tag = '', options = {} } = meaningOf(name) ?? {};
    if (tag !== this.#tag || !this.#component) {
      this.#tag = tag;
      this.#component = document.createElement(tag || 'span');
      this.element.replaceChildren(this.#component);
    }
    this.#note?.remove();
    this.#note = null;
    try {
      const all = { ...options, ...props };
      if ('fromHandler' in this.#component) this.#component.update?.(all);
      else Object.assign(this.#component, all);
    } catch (error) {
      console.error(error);
      this.#note = document.createElement('p');
      this.#note.className = 'note';
      this.#note.textContent = wordsOf(error);
      this.element.append(this.#note);
    }
  }

  dispose(): void {
    this.#component = null;
    this.element.replaceChildren();
  }
}
