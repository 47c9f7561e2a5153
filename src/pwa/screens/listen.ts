import { h, type JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { bringClips, hasClips, hushClips, playClips } from '#src/pwa/clips.ts'
import type { Language } from '#src/words/catalogue.ts'
import { clipsOf } from '#src/words/clips.ts'
import type { Money } from '#src/words/locale.ts'
import { phoneWords } from '#src/words/words.ts'

/** A voice that is on this phone itself: one that speaks over the network would send the sums to strangers, and under the tree there is none. */
const voiceFor = (language: Language): SpeechSynthesisVoice | undefined =>
  globalThis.speechSynthesis
    ?.getVoices()
    .find(
      ({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language,
    )

const spoken = (text: string, voice: SpeechSynthesisVoice): void => {
  const words = new SpeechSynthesisUtterance(text)
  Object.assign(words, { voice, lang: voice.lang, rate: 0.85 })
  speechSynthesis.cancel()
  speechSynthesis.speak(words)
}

/** Voices come only some time after they are first asked for. */
const voicesMs = 10_000

/** Brings the words that the house has, each time that a book is opened, for a phone that is read in Khmer and cannot say it. */
export const useClips = (language: Language): void =>
  useEffect(() => {
    voiceFor(language)
    const timer = setTimeout(() => {
      if (language === 'km' && !voiceFor(language)) void bringClips().catch(hushClips)
    }, voicesMs)
    return () => clearTimeout(timer)
  }, [language])

type Said = { readonly money: Money; readonly text: string; readonly language: Language }

/** A key that says a sum aloud: by a voice of the phone's own for the language, else by Khmer words of the house, where all of them are here. */
export const Listen = ({ money, text, language }: Said): JSX.Element | null => {
  const [voice, setVoice] = useState(() => voiceFor(language))
  const [isKept, setKept] = useState(false)
  useEffect(() => {
    const come = (): void => setVoice(voiceFor(language))
    come()
    globalThis.speechSynthesis?.addEventListener('voiceschanged', come)
    void hasClips().then(setKept, hushClips)
    return () => {
      globalThis.speechSynthesis?.removeEventListener('voiceschanged', come)
      globalThis.speechSynthesis?.cancel()
      hushClips()
    }
  }, [language])
  const clips = isKept && language === 'km' && clipsOf(money)
  if (!voice && !clips) return null
  const say = (): void => {
    if (voice) spoken(text, voice)
    else if (clips) void playClips(clips).catch(() => undefined)
  }
  return h(
    'button',
    { type: 'button', class: 'listen', onClick: say },
    phoneWords.in(language).listen,
  )
}
