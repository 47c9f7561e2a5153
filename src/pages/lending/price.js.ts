/**
 * The one script on a page of the fund's: while somebody types a request, it asks the service what its
 * button "see the price" asks, and puts the answer where the button's answer stands. The answer is parsed
 * by the browser's own reader of documents; no text is ever made into mark-up or into a script here.
 */
export const priceScript = `'use strict'
;(() => {
  const form = document.querySelector('form[data-price]')
  const shown = document.querySelector('#price')
  if (!form || !shown) return
  const pause = 700
  let waiting
  let asking
  let last = new URLSearchParams(new FormData(form)).toString()

  const put = (nodes) => {
    shown.replaceChildren(...nodes)
    shown.removeAttribute('aria-busy')
  }
  const ask = () => {
    const typed = new URLSearchParams(new FormData(form)).toString()
    if (typed === last) return shown.removeAttribute('aria-busy')
    last = typed
    if (asking) asking.abort()
    asking = new XMLHttpRequest()
    const current = asking
    current.open('POST', form.dataset.price + '?part=price')
    current.responseType = 'document'
    current.setRequestHeader('content-type', 'application/x-www-form-urlencoded')
    current.addEventListener('load', () => {
      const answer = current.status === 200 && current.response?.querySelector('#price')
      put(answer ? answer.childNodes : [])
    })
    // An old price beside new numbers would be a wrong one.
    current.addEventListener('error', () => put([]))
    current.send(typed)
  }
  form.addEventListener('input', () => {
    shown.setAttribute('aria-busy', 'true')
    clearTimeout(waiting)
    waiting = setTimeout(ask, pause)
  })
})()
`
