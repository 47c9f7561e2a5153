import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FundBook } from '#domain/health/book.ts'
import { liesIn } from '#domain/relief/places.ts'
import type { EventKind } from '#domain/relief/relief.ts'
import type { Hasher, Notes } from '#domain/ports.ts'

/*
 * Alerts stand beside the journal, as they came: a note each, by what its sender calls it. They declare nothing.
 */

export type AlertInfo = {
  readonly language: string
  readonly category: readonly string[]
  readonly event: string
  readonly urgency: string
  readonly severity: string
  readonly certainty: string
  readonly onset: string
  readonly expires: string
  readonly headline: string
  readonly areas: readonly {
    readonly areaDesc: string
    /** Whose list a code is of, and which of it. */
    readonly geocodes: readonly { readonly name: string; readonly value: string }[]
  }[]
}

/** An alert of CAP 1.2 with every code as text, as it came: those that nobody knows too. */
export type Alert = {
  readonly identifier: string
  readonly sender: string
  readonly sent: string
  readonly status: string
  readonly msgType: string
  readonly scope: string
  /** Alerts that this one is about, each as `sender,identifier,sent`. */
  readonly references: readonly string[]
  readonly note: string
  /** There is a signature in it. Nobody here has looked whether it is right. */
  readonly isSigned: boolean
  readonly infos: readonly AlertInfo[]
}

/** What is kept of an alert: all that was read, and the hash by which an event can vouch for it. */
export type KeptAlert = Alert & {
  /** SHA-256 of the text as it came. */
  readonly hash: string
  /** The day from which it says that something holds. */
  readonly from: LocalDate
}

/** An event that an alert proposes. Nobody has declared it. */
export type ProposedEvent = KeptAlert & {
  readonly alertId: string
  /** What it seems to be; an officer says what it was. */
  readonly kind: EventKind
  /** Its codes in which members of the fund live. */
  readonly places: readonly string[]
  /** A test, an exercise, a draft or a message of systems: about nothing that has happened. */
  readonly isTest: boolean
  /** A later alert takes it back, or has taken its place. */
  readonly isCancelled: boolean
  readonly isReplaced: boolean
  readonly isDeclared: boolean
}

const prefix = 'alert:'

type Needs = { readonly store: Notes; readonly hash: Hasher }

/** What an alert is kept under: nothing of its text, so that it can stand in an address. */
export const alertIdOf = (
  hash: Hasher,
  { sender, identifier }: Pick<KeptAlert, 'sender' | 'identifier'>,
): string => hash(`${sender} ${identifier}`).slice(0, 32)

/** Keeps an alert, or the same one again. */
export const keepAlert = async (
  { store, hash }: Needs,
  fundId: string,
  alert: KeptAlert,
): Promise<string> => {
  const alertId = alertIdOf(hash, alert)
  await store.keep(fundId, [{ subject: `${prefix}${alertId}`, text: JSON.stringify(alert) }])
  return alertId
}

/** Every alert of a fund, the one that was sent last first. */
export const alertsOf = async (
  { store }: Pick<Needs, 'store'>,
  fundId: string,
): Promise<readonly (KeptAlert & { readonly alertId: string })[]> => {
  const notes = await store.of(fundId)
  return [...notes]
    .filter(([subject, text]) => subject.startsWith(prefix) && text !== '')
    .map(([subject, text]) => ({
      ...(JSON.parse(text) as KeptAlert),
      alertId: subject.slice(prefix.length),
    }))
    .toSorted((a, b) => (a.sent + a.alertId < b.sent + b.alertId ? 1 : -1))
}

const seems: readonly (readonly [RegExp, EventKind])[] = [
  [/flood|inundat|river|ទឹកជំនន់/i, 'flood'],
  [/drought|dry spell|រាំងស្ងួត/i, 'drought'],
  [/storm|typhoon|cyclone|wind|ព្យុះ/i, 'storm'],
  [/fire|ភ្លើង/i, 'fire'],
  [/pest|locust|swine|avian|foot.and.mouth/i, 'pest-or-animal-disease'],
  [/epidemic|cholera|dengue|disease/i, 'epidemic'],
  [/conflict|evacuat|displace/i, 'conflict-or-mass-return'],
]

const kindOf = ({ infos }: KeptAlert): EventKind =>
  seems.find(([sign]) =>
    infos.some(({ event, headline }) => sign.test(`${event} ${headline}`)),
  )?.[1] ?? 'other'

const isAbout = (later: KeptAlert, one: KeptAlert): boolean =>
  later.sender === one.sender &&
  later.references.some((reference) => reference.startsWith(`${one.sender},${one.identifier},`))

/** Alerts as events that they propose to this fund, those that are taken back or replaced among them. */
export const proposedBy = (
  alerts: readonly (KeptAlert & { readonly alertId: string })[],
  { members, fund, events }: Pick<FundBook, 'members' | 'fund' | 'events'>,
): readonly ProposedEvent[] => {
  const vouched = new Set(
    events.flatMap(({ told }) => (told?.evidence.is === 'cap-alert' ? [told.evidence.hash] : [])),
  )
  return alerts
    .filter(({ msgType }) => msgType === 'Alert' || msgType === 'Update')
    .map((one): ProposedEvent => {
      const later = alerts.filter((other) => isAbout(other, one) && other.status === one.status)
      const codes = one.infos.flatMap(({ areas }) =>
        areas.flatMap(({ geocodes }) => geocodes.map(({ value }) => value)),
      )
      const places = [...new Set(codes)].filter((code) =>
        members.some(({ zone }) => liesIn(zone, fund.villageCode, code)),
      )
      return {
        ...one,
        kind: kindOf(one),
        places,
        isTest: one.status !== 'Actual',
        isCancelled: later.some(({ msgType }) => msgType === 'Cancel'),
        isReplaced: later.some(({ msgType }) => msgType === 'Update'),
        isDeclared: vouched.has(one.hash),
      }
    })
}
