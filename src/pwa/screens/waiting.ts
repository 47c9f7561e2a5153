import { h, type JSX } from 'preact'
import { type Kept, standingOfKept, unsent } from '#domain/phone/outbox.ts'
import { hasKhmerDigits } from '#src/pwa/digits.ts'
import type { Synced } from '#src/pwa/syncing.ts'
import { alert, key } from '#src/pwa/screens/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { shortDate } from '#src/words/locale.ts'
import { actWords, entranceWords, numbersWords, phoneWords } from '#src/words/words.ts'

const shownMax = 100

const actNamed = (type: string, language: Language): string => {
  const words: Readonly<Record<string, string>> = actWords.in(language)
  return words[type] ?? type
}

/** The digits that are not shown now, for whoever reads them better. */
const digitsKey = (choose: () => void): JSX.Element => {
  const other = hasKhmerDigits() ? 'en' : 'km'
  const how = { type: 'button', translate: 'no', onClick: choose } as const
  return h('button', how, entranceWords.in('km')[`digits_${other}`])
}

const toRead = (one: Kept): boolean => standingOfKept(one) === 'turned-down' && !one.isSeen

type Line = {
  readonly language: Language
  readonly who: string
  readonly see: (id: string) => void
}

/** One thing that was written: what, of whom, and what became of it. */
const lineOf = (one: Kept, { language, who, see }: Line): JSX.Element => {
  const words = phoneWords.in(language)
  const { told, command } = one
  const code = told && 'code' in told ? told.code : undefined
  return h('li', { key: command.id }, [
    h('strong', {}, [actNamed(command.type, language), who && ` · ${who}`]),
    h('br', {}),
    `${shortDate(command.effectiveOn, language)} · ${words[`standing_${standingOfKept(one)}`]}`,
    ...(code === undefined
      ? []
      : [alert([codeSaid(code, language) ?? code, ' ', words.whatNext], 'bad')]),
    ...(toRead(one) ? [key(words.iHaveRead, () => see(command.id))] : []),
  ])
}

/** All that was written on this phone and what became of it, the newest first; what was turned down stays on top until it was read. */
export const WaitingScreen = ({
  language,
  kept,
  synced,
  isSending,
  whose,
  send,
  see,
  back,
  lock,
  carry,
  numbers,
  digits,
}: {
  readonly language: Language
  readonly kept: readonly Kept[]
  readonly synced: Synced | undefined
  readonly isSending: boolean
  readonly whose: (kept: Kept) => string
  readonly send: () => void
  readonly see: (id: string) => void
  readonly back: () => void
  readonly lock: () => void
  readonly carry: () => void
  readonly numbers: () => void
  readonly digits: () => void
}): JSX.Element => {
  const words = phoneWords.in(language)
  const waits = unsent(kept).length
  const inOrder = kept.toReversed().toSorted((a, b) => Number(toRead(b)) - Number(toRead(a)))
  return h('main', {}, [
    h('h1', {}, words.waiting),
    h('p', {}, waits > 0 ? words.waitingCount(String(waits)) : words.nothingWaits),
    ...(synced && synced !== 'done' ? [alert(words[`sync_${synced}`])] : []),
    ...(synced === 'signed-out' ? [h('a', { class: 'button', href: '/' }, words.signIn)] : []),
    key(isSending ? words.sending : words.sendNow, send, { isMain: true, isOff: isSending }),
    h(
      'ul',
      {},
      inOrder.slice(0, shownMax).map((one) => lineOf(one, { language, who: whose(one), see })),
    ),
    ...(waits > 0 ? [key(words.carry, carry)] : []),
    ...(language === 'km' ? [digitsKey(digits)] : []),
    key(numbersWords.in(language).heading, numbers),
    h('div', { class: 'two' }, [key(words.lockNow, lock), key(words.back, back)]),
  ])
}
