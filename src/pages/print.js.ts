/** The script of pages that are taken along on paper: it offers the button that the browser's own menu hides. */
export const printScript = `'use strict'
;(() => {
  const button = document.querySelector('[data-print]')
  if (!button || !window.print) return
  button.hidden = false
  const hint = document.querySelector('[data-print-hint]')
  if (hint) hint.hidden = true
  button.addEventListener('click', () => window.print())
})()
`
