/**
 * The script of a household's own page: each sum can be listened to. The phone's own voice for the page's language comes
 * first; a voice that speaks over the network would send the sums to strangers and is never taken. Where there is none, words
 * of the house are played one after the other. Whoever leaves, or has to leave at once, is not followed by a voice. Words come from the page as text and go nowhere but to that voice.
 */
export const speakScript = `'use strict'
;(() => {
  const speech = window.SpeechSynthesisUtterance && window.speechSynthesis
  const buttons = [...document.querySelectorAll('button[data-say]')]
  if (buttons.length === 0) return
  const language = document.documentElement.lang
  const speaks = ({ lang, localService }) =>
    localService && lang.toLowerCase().split(/[-_]/)[0] === language
  const voice = () => speech && speech.getVoices().find(speaks)
  const player = new Audio()
  let clips = []

  const offer = () => {
    for (const button of buttons) button.hidden = !voice() && !button.dataset.clips
  }
  const hush = () => {
    if (speech) speech.cancel()
    clips = []
    player.pause()
    for (const button of buttons) button.removeAttribute('aria-pressed')
  }
  const play = () => {
    const clip = clips.shift()
    if (!clip) return hush()
    player.src = clip
    player.play().catch(() => {})
  }
  const say = (button) => {
    const found = voice()
    const isOn = button.hasAttribute('aria-pressed')
    hush()
    if (isOn) return
    button.setAttribute('aria-pressed', 'true')
    if (!found) {
      const [folder, ...words] = button.dataset.clips.split(' ')
      clips = words.map((word) => folder + word + '.mp3')
      return play()
    }
    const words = new SpeechSynthesisUtterance(button.dataset.say)
    words.voice = found
    words.lang = found.lang
    words.rate = 0.85
    words.onend = () => button.removeAttribute('aria-pressed')
    speech.speak(words)
  }
  for (const button of buttons) button.addEventListener('click', () => say(button))
  player.addEventListener('ended', play)
  addEventListener('pagehide', hush)
  addEventListener('submit', hush)
  document.addEventListener('visibilitychange', () => document.hidden && hush())
  if (speech) speech.onvoiceschanged = offer
  offer()
})()
`
