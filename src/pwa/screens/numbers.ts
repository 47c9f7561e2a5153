import { h, type JSX } from 'preact'
import { dialled } from '#domain/network/public-texts.ts'
import type { ShownNumber } from '#src/app/network/numbers.ts'
import type { FirstHost } from '#src/pwa/host.ts'
import { keepNumbers, numbersKept, numbersNow, seenAt } from '#src/pwa/numbers.ts'
import { alert, key } from '#src/pwa/screens/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { linesOfNumber } from '#src/desk/number-lines.ts'
import { numbersWords, phoneWords } from '#src/words/words.ts'

const inside = (language: Language, one: ShownNumber, isPractice: boolean): JSX.Element[] => {
  const words = numbersWords.in(language)
  const said = [...(one.name === undefined ? [] : [one.name]), ...linesOfNumber(language, one)]
  return [
    h('span', {}, [
      h('b', {}, words[`kind_${one.kind}`]),
      h('small', {}, [...said, words.checkedOn(dateInWords(one.checkedOn, language))].join(' · ')),
      ...(isPractice ? [h('small', {}, words.practiceNumber)] : []),
    ]),
    h('b', { dir: 'ltr', translate: 'no' }, one.number),
  ]
}

/** A number with a tap that dials it; an invented one dials nothing. */
const numberShown = (language: Language, one: ShownNumber, isPractice: boolean): JSX.Element =>
  h(
    'li',
    { key: `${one.country} ${one.number}` },
    isPractice
      ? h('span', { class: 'dial' }, inside(language, one, true))
      : h('a', { class: 'dial', href: `tel:${dialled(one.number)}` }, inside(language, one, false)),
  )

/** Why there is none, and what to do. */
const noneShown = (language: Language, areOld: boolean | undefined): JSX.Element => {
  const words = phoneWords.in(language)
  if (areOld === undefined) return alert(words.numbersNotYet)
  return alert(areOld ? words.numbersOld : numbersWords.in(language).noneYet)
}

/**
 * Numbers for an emergency by country, with or without a network, a PIN or a book. Nothing of it is of whoever reads, and the
 * way out stands on top, because somebody may look over the shoulder.
 */
export const NumbersScreen = ({
  host: { clock },
  language,
  back,
}: {
  readonly host: Pick<FirstHost, 'clock'>
  readonly language: Language
  readonly back: () => void
}): JSX.Element => {
  const words = numbersWords.in(language)
  const now = clock()
  const kept = numbersKept()
  if (kept && now > kept.seen) keepNumbers(seenAt(kept, now))
  const shown = kept && numbersNow(kept, now)
  const byCountry = [...Map.groupBy(shown?.numbers ?? [], ({ country }) => country)]
  const [until] = (shown?.numbers ?? []).map(({ checkAgainOn }) => checkAgainOn).toSorted()
  return h('main', {}, [
    key(phoneWords.in(language).back, back),
    h('h1', {}, words.heading),
    ...(shown?.isPractice ? [alert(words.practiceLead)] : []),
    ...(shown?.isClockOdd ? [alert(phoneWords.in(language).clockOdd, 'bad')] : []),
    ...(byCountry.length === 0 ? [noneShown(language, shown?.areOld)] : []),
    ...byCountry.flatMap(([country, some]) => [
      h('h2', {}, words[`country_${country}`]),
      h(
        'ul',
        {},
        some.map((one) => numberShown(language, one, shown!.isPractice)),
      ),
    ]),
    h('p', { class: 'quiet' }, words.notChecked),
    ...(until === undefined
      ? []
      : [
          h(
            'p',
            { class: 'quiet' },
            phoneWords.in(language).numbersUntil(dateInWords(until, language)),
          ),
        ]),
  ])
}
