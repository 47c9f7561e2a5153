/**
 * The script of a household's own page: where the phone itself has a voice for the page's language, each
 * sum can be listened to. A voice that speaks over the network would send the sums to strangers, so only
 * the phone's own is taken. Words come from the page as text and go nowhere but to that voice.
 */
export const speakScript = `'use strict'
;(() => {
  const speech = window.speechSynthesis
  const buttons = [...document.querySelectorAll('button[data-say]')]
  if (!speech || !window.SpeechSynthesisUtterance || buttons.length === 0) return
  const language = document.documentElement.lang
  const speaks = ({ lang, localService }) =>
    localService && lang.toLowerCase().split(/[-_]/)[0] === language
  const voice = () => speech.getVoices().find(speaks)

  const offer = () => {
    for (const button of buttons) button.hidden = !voice()
  }
  const hush = () => {
    speech.cancel()
    for (const button of buttons) button.removeAttribute('aria-pressed')
  }
  const say = (button) => {
    const found = voice()
    const isOn = button.hasAttribute('aria-pressed')
    hush()
    if (isOn || !found) return
    const words = new SpeechSynthesisUtterance(button.dataset.say)
    words.voice = found
    words.lang = found.lang
    words.rate = 0.85
    words.onend = () => button.removeAttribute('aria-pressed')
    button.setAttribute('aria-pressed', 'true')
    speech.speak(words)
  }
  for (const button of buttons) button.addEventListener('click', () => say(button))
  // Whoever leaves, or has to leave at once, is not followed by a voice.
  addEventListener('pagehide', hush)
  addEventListener('submit', hush)
  document.addEventListener('visibilitychange', () => document.hidden && hush())
  speech.onvoiceschanged = offer
  offer()
})()
`
