import { html } from 'hono/html'

type Html = ReturnType<typeof html>

/** The small pictures of the frame: one meaning each, and always beside a word. */
export type Icon =
  | 'meeting'
  | 'members'
  | 'loans'
  | 'money'
  | 'more'
  | 'villages'
  | 'findings'
  | 'audits'
  | 'people'
  | 'back'
  | 'go-on'
  | 'late'
  | 'done'
  | 'menu'
  | 'leave'
  | 'phone'

const drawings: Readonly<Record<Icon, Html>> = {
  meeting: html`<circle cx="12" cy="5" r="2.25" />
    <circle cx="4.75" cy="9" r="2.25" />
    <circle cx="19.25" cy="9" r="2.25" />
    <path d="M6 14.500h12L17 21H7z" />`,
  members: html`<circle cx="12" cy="8" r="4" /> <path d="M4 21c0-9 16-9 16 0" />`,
  loans: html`<circle cx="14" cy="6.500" r="4" />
    <path d="M3 14h3.500c2 0 3 2 5 2H15a1.600 1.600 0 0 1 0 3.200h-4" />
    <path d="M16 17.500l3.500-2c1.600-.8 2.800.9 1.300 2L15 21.500H9L6 20H3" />`,
  money: html`<path d="M3 10.500h18V20H3z" />
    <path d="M3 10.500 6 5h12l3 5.500M10 10.500V14h4v-3.500" />`,
  more: html`<path d="M5 7h14M5 12h14M5 17h14" />`,
  villages: html`<path d="M2 12l5-5 5 5v8H2z" /> <path d="M12 14l5-5 5 5v6H12" />`,
  findings: html`<path d="M12 4 21 20H3z" /> <path d="M12 10v5M12 17.500v.1" />`,
  audits: html`<circle cx="10.500" cy="10.500" r="6.500" />
    <path d="M15.500 15.500 21 21M8 10.500l2 2 3.500-4" />`,
  people: html`<circle cx="9" cy="8" r="3.500" />
    <path d="M2.500 20c0-8 13-8 13 0" />
    <path d="M15 5a3.500 3.500 0 0 1 0 6.500M18 20c2.500 0 3.500 0 3.500 0 0-3-1.500-5-3.500-6" />`,
  back: html`<path d="M15 5l-7 7 7 7" />`,
  late: html`<circle cx="12" cy="12" r="9" /> <path d="M12 7v5l4 2.500" />`,
  done: html`<path d="M4 13l5 5L20 6" />`,
  'go-on': html`<path d="M9 5l7 7-7 7" />`,
  leave: html`<path d="M13 4H5v16h8M10 12h11M17 8l4 4-4 4" />`,
  phone: html`<path
    d="M6 3h4l1.500 5-2.500 2c1 2 2.500 3.500 5 5l2-2.500 5 1.500v4c0 2-2 3-4 2.500C10 19 5 14 3.500 7 3 5 4 3 6 3z"
  />`,
  menu: html`<path d="M12 5v.1M12 12v.1M12 19v.1" stroke-width="3.500" />`,
}

/** Draws a picture of the frame; it is hidden from readers that hear the word beside it. */
export const icon = (name: Icon): Html =>
  html`<svg class="i" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${drawings[name]}
  </svg>`

const woven = html`<path d="M1 1h6v6H1zM9 9h6v6H9zM17 1h6v6h-6zM1 17h6v6H1zM17 17h6v6h-6z" />
  <path fill-opacity=".45" d="M9 1h6v6H9zM1 9h6v6H1zM17 9h6v6h-6zM9 17h6v6H9z" />`

/** The mark of the house: a piece of woven cloth. */
export const wovenMark: Html = html`<svg
  class="woven"
  viewBox="0 0 24 24"
  aria-hidden="true"
  focusable="false"
>
  ${woven}
</svg>`

/** The same as a file, for the browser's own lists. */
export const markFile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="#12506b">${String(woven)}</svg>`

/** The same as a phone shows it among its apps: on a ground of its own, with room for whatever shape it is cut to. */
export const appIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="#12506b"/><g transform="translate(12 12)" fill="#fffdf8">${String(woven)}</g></svg>`
