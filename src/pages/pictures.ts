import { html } from 'hono/html'
import type { Picture } from '#src/desk/pictures.ts'

type Html = ReturnType<typeof html>

/* Drawn here because emoji came out as empty boxes on phones without that font. */
const drawings: Readonly<Record<Picture, Html>> = {
  box: html`<path d="M4 15h32v19H4z" />
    <path d="M4 15l4-8h24l4 8" />
    <path d="M17 15v7h6v-7" />`,
  savings: html`<ellipse cx="20" cy="30" rx="13" ry="5" />
    <path d="M7 30v-7c0 6.600 26 6.600 26 0v7" />
    <path d="M7 23v-7c0 6.600 26 6.600 26 0v7" />
    <ellipse cx="20" cy="14" rx="13" ry="5" />`,
  loans: html`<path d="M4 33v-9h7l6 3h8c3 0 3 4 0 4h-7" />
    <path d="M24 31l9-5c3-1 5 2 2 4l-12 6H11l-7-3" />
    <circle cx="24" cy="12" r="7" />
    <path d="M24 8v8" />`,
  late: html`<circle cx="20" cy="20" r="15" /> <path d="M20 10v10l7 5" />`,
  'on-time': html`<circle cx="20" cy="20" r="15" /> <path d="M12 21l6 6 11-13" />`,
  postponed: html`<path d="M8 19v-8l12-7 12 7v8" />
    <path d="M16 19v-6h8v6" />
    <path d="M3 26c4-4 7-4 11 0s8 4 12 0 8-4 11 0" />
    <path d="M3 34c4-4 7-4 11 0s8 4 12 0 8-4 11 0" />`,
  meeting: html`<circle cx="20" cy="11" r="5" />
    <circle cx="8" cy="15" r="4" />
    <circle cx="32" cy="15" r="4" />
    <path d="M12 33v-6c0-9 16-9 16 0v6z" />
    <path d="M3 31v-4c0-5 4-6 7-5M37 31v-4c0-5-4-6-7-5" />`,
  book: html`<path d="M20 10C15 6 9 6 4 8v24c5-2 11-2 16 2 5-4 11-4 16-2V8c-5-2-11-2-16 2z" />
    <path d="M20 10v24M9 15h6M9 21h6M25 15h6M25 21h6" />`,
  house: html`<path d="M4 20L20 6l16 14" />
    <path d="M9 17v17h22V17" />
    <path d="M17 34V24h7v10" />`,
  glass: html`<circle cx="17" cy="17" r="12" /> <path d="M26 26l10 10M11 20l4-5 4 4 4-6" />`,
  road: html`<path d="M15 6L5 36M25 6l10 30" /> <path d="M20 7v5M20 18v6M20 30v6" />`,
  key: html`<circle cx="12" cy="20" r="8" /> <path d="M20 20h17M31 20v7M36 20v5" />`,
  card: html`<rect x="4" y="9" width="32" height="22" rx="3" />
    <path d="M9 15h9v9H9zM23 16h8M23 22h8" />`,
  person: html`<circle cx="20" cy="13" r="8" /> <path d="M5 36c0-17 30-17 30 0z" />`,
  warning: html`<path d="M20 5 37 34H3z" /> <path d="M20 15v10M20 29.500v.5" />`,
  away: html`<path d="M22 6H7v28h15" /> <path d="M16 20h20M29 12l8 8-8 8" />`,
  voice: html`<path d="M4 15v10h7l10 8V7l-10 8z" />
    <path d="M26 14c3 3 3 9 0 12M31 9c6 6 6 16 0 22" />`,
  stop: html`<path d="M13 4h14l9 9v14l-9 9H13l-9-9V13z" /> <path d="M12 20h16" />`,
}

/** Draws the picture that stands beside a word; it is hidden from readers that hear the word. */
export const picture = (name: Picture): Html =>
  html`<svg
    viewBox="0 0 40 40"
    width="40"
    height="40"
    fill="none"
    stroke="currentColor"
    stroke-width="2.5"
    stroke-linejoin="round"
    stroke-linecap="round"
    aria-hidden="true"
    focusable="false"
  >
    ${drawings[name]}
  </svg>`
