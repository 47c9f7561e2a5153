import type { CaseFile } from '#domain/cases/file.ts'
import { addTo, changeOf, itemsOf } from '#domain/cases/operation.ts'
import { type LocalDate, earlier } from '#domain/kernel/dates.ts'
import { day, list, word } from '#domain/kernel/shape.ts'

/** The eleven indicators of forced labour of the ILO, in its order. */
export const indicators = [
  'abuse-of-vulnerability',
  'deception',
  'restriction-of-movement',
  'isolation',
  'violence',
  'threats',
  'documents-kept',
  'wages-withheld',
  'debt-bondage',
  'abusive-conditions',
  'excessive-overtime',
] as const
export type Indicator = (typeof indicators)[number]

/**
 * What was seen or told, and when. It is a sign to look closer and to refer, one is enough for that, and none of it says
 * what somebody is: only the authority that the law names does.
 */
export const markSignals = addTo({
  command: 'MarkSignals',
  name: 'signals',
  asks: {
    signals: list(word(indicators), {
      min: 1,
      max: indicators.length,
      code: 'signals-missing',
      tooLong: 'list-too-long',
    }),
    seenOn: day,
  },
  check: ({ today }, { seenOn }) => (seenOn > today ? 'day-to-come' : undefined),
})

/** It was a mistake, or the person asks for it. */
export const takeBackSignals = changeOf({
  command: 'TakeBackSignals',
  name: 'signals',
  asks: {},
  check: (_, _said, { value }) =>
    value['takenBackOn'] === undefined ? undefined : 'signals-already-taken-back',
  adds: ({ today }) => ({ takenBackOn: today }),
})

type TakenBack = { readonly takenBackOn: LocalDate }

/** Each signal that stands, with the day on which it was seen first, in the order of the ILO. */
export const signalsOf = (
  file: CaseFile,
): readonly { readonly signal: Indicator; readonly seenOn: LocalDate }[] => {
  const first = itemsOf<typeof markSignals, TakenBack>(file, markSignals)
    .filter(({ value }) => value.takenBackOn === undefined)
    .flatMap(({ value }) => value.signals.map((signal) => ({ signal, seenOn: value.seenOn })))
    .reduce<ReadonlyMap<Indicator, LocalDate>>(
      (days, { signal, seenOn }) =>
        new Map(days).set(signal, earlier(days.get(signal) ?? seenOn, seenOn)),
      new Map(),
    )
  return indicators.flatMap((signal) => {
    const seenOn = first.get(signal)
    return seenOn === undefined ? [] : [{ signal, seenOn }]
  })
}
