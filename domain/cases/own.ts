import { type Ladder, ladderOf, needsOtherRhythm } from '#domain/cases/alarm.ts'
import type { CaseFile, Item } from '#domain/cases/file.ts'
import { factOf, itemsOf } from '#domain/cases/operation.ts'
import { recordCheckIn, setRhythm, silenceOf } from '#domain/cases/operations/abroad.ts'
import { consentsOn } from '#domain/cases/operations/consent.ts'
import { setJourney } from '#domain/cases/operations/journey.ts'
import {
  addPersonAround,
  isUnsafe,
  setContact,
  setPerson,
} from '#domain/cases/operations/person.ts'
import { addTask } from '#domain/cases/operations/plan.ts'
import type { CheckInAnswer } from '#domain/cases/silence.ts'
import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'

/*
 * What somebody has of the own case in the own hand: a page behind a card, texts where they are safe, and a way to say that
 * all is well or to ask for a call. The service sends and takes in; it reads nothing of the file.
 */

/** Digits of a number alone: one is written in many ways. */
const digitsOf = (number: string): string => number.replaceAll(/\D/g, '').replace(/^(855|0)/, '')

export type TextsTo = { readonly to: string; readonly language: 'km' | 'en' }

/**
 * Where texts to the person go: only where the safe contact says so, and never to a number that somebody has who is unsafe
 * or accused.
 */
export const textsTo = (file: CaseFile): TextsTo | undefined => {
  const contact = factOf(file, setContact)
  if (contact?.way !== 'text' || contact.number === undefined) return undefined
  const digits = digitsOf(contact.number)
  const isOfUnsafe = itemsOf(file, addPersonAround).some(
    ({ item, value }) =>
      value.number !== undefined && digitsOf(value.number) === digits && isUnsafe(file, item),
  )
  if (isOfUnsafe) return undefined
  const language = factOf(file, setPerson)?.language === 'khmer' ? 'km' : 'en'
  return { to: contact.number, language }
}

/** What the service must know so that a sign of life is asked for, and silence is heard: no name, no place, no reason. */
export type Watch = {
  /** By when a sign of life is due. */
  readonly next: LocalDate
  /** The login of whoever is told first. */
  readonly worker: string
  /** So many alarms were false that nobody but the worker is told of silence, until another rhythm is agreed. */
  readonly isDoubted: boolean
  readonly texts?: TextsTo
}

export const watchOf = (file: CaseFile): Watch | undefined => {
  const [rhythm, silence] = [factOf(file, setRhythm), silenceOf(file)]
  if (!rhythm || !silence) return undefined
  const texts = rhythm.how === 'text' ? textsTo(file) : undefined
  return {
    next: silence.dueOn,
    worker: rhythm.toldFirst,
    isDoubted: needsOtherRhythm(file),
    ...(texts && { texts }),
  }
}

/** What came in of itself and nobody of the team has read yet. */
export type Heard = { readonly on: LocalDate; readonly isCall: boolean }

/** What began, and when; of several that came in on one day each is something else. */
type Beginning = { readonly since?: LocalDate; readonly of?: string }

/** What the service has sent: for which day it has asked, and whom it has told of what began when. */
export type Sent = Beginning & {
  readonly asked?: LocalDate
  readonly told: readonly ('worker' | 'supervisor')[]
}

/** What came in, with what it is known by. */
export type Named = Heard & { readonly id: string }

const pending = (
  { next }: Watch,
  heard: readonly Named[],
  today: LocalDate,
):
  | (Beginning & {
      readonly since: LocalDate
      readonly days: Ladder
      readonly isSilence: boolean
    })
  | undefined => {
  const came = (one: Named, why: 'asked-for-help' | 'without-word') =>
    ({ since: one.on, of: one.id, days: ladderOf(why), isSilence: false }) as const
  const call = heard.find(({ isCall }) => isCall)
  if (call) return came(call, 'asked-for-help')
  // What has come and nobody has read is not silence: the worker is told, and waits for nobody else's alarm.
  const [first] = heard
  if (first) return came(first, 'without-word')
  if (today <= next) return undefined
  return { since: daysAfter(next, 1), days: ladderOf('silence'), isSilence: true }
}

/**
 * Which texts are due: a question to the person, and a word to the worker first and the supervisor after. Nobody around the
 * person is ever told by a text: the worker asks them, and only who is safe.
 */
export const textsDue = (
  watch: Watch,
  {
    heard,
    sent,
    today,
  }: { readonly heard: readonly Named[]; readonly sent: Sent; readonly today: LocalDate },
): { readonly asks: boolean; readonly began?: Beginning; readonly tells: Sent['told'] } => {
  const { next, texts, isDoubted } = watch
  const asks = texts !== undefined && today >= next && sent.asked !== next && heard.length === 0
  const alarm = pending(watch, heard, today)
  if (!alarm) return { asks, tells: [] }
  const { since, of, days, isSilence } = alarm
  const before = sent.since === since && sent.of === of ? sent.told : []
  const tells = (['worker', 'supervisor'] as const).filter(
    (step) =>
      !before.includes(step) &&
      daysAfter(since, days[step]) <= today &&
      (step === 'worker' || !(isSilence && isDoubted)),
  )
  return { asks, began: { since, ...(of !== undefined && { of }) }, tells }
}

/** As little as somebody needs of the own case: what was agreed to, what is to be done by them, where they are. */
export type OwnView = {
  readonly language: 'km' | 'en'
  readonly country?: string
  readonly agreed: readonly {
    readonly purpose: string
    readonly receiver: string
    readonly fields: readonly string[]
  }[]
  readonly tasks: readonly { readonly what: string; readonly dueOn: LocalDate }[]
}

const agreedMax = 12
const tasksMax = 5

export const ownViewOf = (file: CaseFile, today: LocalDate): OwnView => {
  const country = factOf(file, setJourney)?.country
  const tasks = itemsOf<typeof addTask, { readonly end: string; readonly route: string }>(
    file,
    addTask,
  )
    .map(({ value }) => value)
    .filter(({ end, route, whose }) => !end && !route && whose !== 'worker')
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  return {
    language: factOf(file, setPerson)?.language === 'khmer' ? 'km' : 'en',
    ...(country === undefined ? {} : { country }),
    agreed: consentsOn(file, today)
      .slice(-agreedMax)
      .map(({ value: { purpose, receiver, fields } }) => ({ purpose, receiver, fields })),
    tasks: tasks.slice(0, tasksMax).map(({ what, dueOn }) => ({ what, dueOn })),
  }
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replaceAll(/[\p{Cf}.,!?*#។]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** A call for help, whatever else stands beside it. */
export const asksForHelp = (text: string): boolean =>
  /(^|\s)(help|call me|ជំនួយ|ជួយ|ទូរស័ព្ទមក)(\s|$)/.test(plain(text))

/** What somebody has said of themselves: with the agreed word it counts as an answer, without it somebody else may have typed it. */
export const answerSaid = (file: CaseFile, said: string): CheckInAnswer => {
  if (asksForHelp(said)) return 'asked-for-help'
  const word = factOf(file, setContact)?.safeWord
  const isSaid = word !== undefined && ` ${plain(said)} `.includes(` ${plain(word)} `)
  return isSaid ? 'with-word' : 'without-word'
}

/** What came in, as check-ins that nobody of the team has written. */
export const withHeard = (
  file: CaseFile,
  heard: readonly {
    readonly on: LocalDate
    readonly answer: CheckInAnswer
    readonly item: string
  }[],
): CaseFile => {
  const items = heard.map(({ item, on, answer }): Item => ({
    item,
    on,
    by: '',
    version: 1,
    value: { on, answer },
  }))
  const before = file.lists[recordCheckIn.name] ?? []
  return heard.length === 0
    ? file
    : { ...file, lists: { ...file.lists, [recordCheckIn.name]: [...before, ...items] } }
}
