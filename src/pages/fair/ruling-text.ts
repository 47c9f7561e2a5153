import type { NextStep, Ruling } from '#domain/fairness/ruling.ts'
import type { Language } from '#src/words/catalogue.ts'
import { verdictWords } from '#src/words/words.ts'

type Next = NextStep | 'ask-the-meeting' | 'think-again'

/** What to do about a ruling. */
export const nextOf = (ruling: Ruling): Next => {
  if (ruling.is === 'refused') return ruling.next
  return ruling.is === 'for-the-meeting' ? 'ask-the-meeting' : 'think-again'
}

/** What a ruling is, what is wrong, and whether a vote could change it. */
export const rulingSaid = (ruling: Ruling, language: Language) => {
  const words = verdictWords.in(language)
  const isHard = ruling.is === 'refused' && ruling.isHard
  return { is: words[ruling.is], said: words[ruling.code], hard: isHard ? words.hard : '' }
}
