/** @file The look of a status. */

import { css } from 'lit';
import { controlStyles } from '../styles/controls.styles.ts';
import { detailsStyles } from '../styles/details.styles.ts';
import { tokens } from '../styles/tokens.ts';

const shown = css`
  .pending,
  .generating {
    position: absolute;
    inset: 0;
    z-index: 2;
    overflow: hidden;
    border-radius: inherit;
    pointer-events: none;
  }
  /* Runs that are over in a moment show nothing, so that a live page does not flicker. */
  .pending {
    display: flex;
    align-items: flex-end;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
    padding: 0 calc(var(--_space) * 1) 2px;
    animation: appear 160ms ease-out 150ms backwards;
  }
  .generating {
    box-shadow: inset 0 0 0 2px var(--_accent);
    animation: pulse 2s ease-in-out infinite;
  }
  /* Low enough for the padding that frames leave at their lower edge. */
  .chip {
    padding: 0 calc(var(--_space) * 1.5);
    border-radius: 4px;
    background: color-mix(in srgb, var(--_surface) 90%, transparent);
    color: var(--_text-muted);
    font-size: 0.6875rem;
    font-variant-numeric: tabular-nums;
    line-height: 14px;
    white-space: nowrap;
  }
  .words {
    min-width: 0;
    margin-inline-end: auto;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--_text);
  }
  .time {
    flex: none;
  }
  .line {
    position: absolute;
    inset: auto 0 0;
    height: 2px;
    overflow: hidden;
    background: var(--_accent-soft);
  }
  .fill {
    display: block;
    height: 100%;
    background: var(--_accent);
    transform: scaleX(var(--done, 0));
    transform-origin: left;
    transition: transform 150ms ease-out;
  }
  .busy .fill {
    width: 35%;
    transform: none;
    animation: slide 1.4s ease-in-out infinite;
  }
`;

const empty = css`
  .spinner {
    display: inline-block;
    width: 9px;
    height: 9px;
    margin-inline-end: 4px;
    border: 1.5px solid var(--_accent-soft);
    border-top-color: var(--_accent);
    border-radius: 50%;
    vertical-align: -1px;
    animation: turn 900ms linear infinite;
  }
  /* Nothing to cover yet: a soft sheen says that something will come here. */
  .empty {
    background: linear-gradient(100deg, transparent 30%, var(--_accent-soft) 50%, transparent 70%) 0 0 / 220% 100%;
    animation:
      appear 160ms ease-out 150ms backwards,
      sheen 1.8s linear infinite;
  }
`;

const failed = css`
  .error,
  .slow {
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_space) * 2);
    margin-top: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 1) calc(var(--_space) * 1) calc(var(--_space) * 1) calc(var(--_space) * 3);
    border: 1px solid color-mix(in srgb, var(--_danger) 40%, var(--_border));
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_danger) 8%, var(--_surface));
    color: var(--_text);
    font-size: 0.875rem;
    line-height: 1.5;
    animation: appear 160ms ease-out;
  }
  .slow {
    align-items: center;
    border-color: var(--_border);
    background: var(--_surface);
  }
  .error > .icon {
    flex: none;
    margin-top: 7px;
    color: var(--_danger);
  }
  .what {
    flex: 1;
    min-width: 0;
    padding-block: 6px;
    overflow-wrap: anywhere;
  }
  strong {
    margin-inline-end: 2px;
    color: var(--_danger);
    font-weight: 600;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
`;

/** The look of a status. It reads the same tokens as its component. */
export const styles = [
  tokens,
  controlStyles,
  detailsStyles,
  shown,
  empty,
  failed,
  css`
    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }
    :host {
      display: block;
      border-radius: inherit;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
    @keyframes pulse {
      50% {
        opacity: 0.35;
      }
    }
    @keyframes slide {
      from {
        transform: translateX(-100%);
      }
      to {
        transform: translateX(290%);
      }
    }
    @keyframes sheen {
      from {
        background-position: 140% 0;
      }
      to {
        background-position: -60% 0;
      }
    }
    @keyframes turn {
      to {
        transform: rotate(1turn);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .pending,
      .generating,
      .error,
      .spinner,
      .fill {
        animation: none !important;
        transition: none !important;
      }
      .busy .fill {
        width: 100%;
        opacity: 0.5;
      }
    }
  `,
];
