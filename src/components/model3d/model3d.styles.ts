/** @file The look of a Model3D. */

import { css } from 'lit';

export const model3dStyles = css`
  .surface {
    position: relative;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    overflow: clip;
  }
  .stage,
  model-viewer {
    position: absolute;
    inset: 0;
    display: block;
    width: 100%;
    height: 100%;
    background: transparent;
    --poster-color: transparent;
    --progress-bar-height: 0px;
  }
  .nothing {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 2);
    height: 100%;
    padding: calc(var(--_space) * 4);
    color: var(--_text-muted);
    font-size: 0.875em;
    text-align: center;
  }
  .nothing .icon {
    width: 2em;
    height: 2em;
    opacity: 0.7;
  }
  .pick {
    position: relative;
    cursor: pointer;
  }
  .pick input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .pick:focus-within {
    outline: 2px solid var(--_accent);
    outline-offset: -3px;
    border-radius: var(--_radius);
  }
  .busy {
    position: absolute;
    inset: auto 0 calc(var(--_space) * 3);
    color: var(--_text-muted);
    font-size: 0.8125em;
    text-align: center;
  }
  .tools {
    position: absolute;
    inset: calc(var(--_space) * 1.5) calc(var(--_space) * 1.5) auto auto;
    display: flex;
    gap: 2px;
    border-radius: calc(var(--_radius) - 2px);
    background: color-mix(in srgb, var(--_surface) 80%, transparent);
  }
`;
