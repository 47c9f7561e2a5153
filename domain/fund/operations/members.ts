import { type LocalDate, daysAfter, later } from '#domain/kernel/dates.ts'
import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import {
  code,
  described,
  id,
  oneOf,
  optional,
  orNull,
  word,
  yesOrNo,
} from '#domain/kernel/shape.ts'
import {
  type LifeChange,
  diedOn,
  isMemberOn,
  lifeChanges,
  proxyOn,
  stateOn,
} from '#domain/fund/people/life.ts'
import { type Member, heldBeforeOne, heldOn } from '#domain/fund/people/members.ts'
import type { People } from '#domain/fund/people/people.ts'
import { secondFault } from '#domain/fund/second.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import { another, byAnother } from '#domain/operations/another.ts'
import { chairOrRecordKeeper, committee, recordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

const sex = word(['f', 'm'], 'sex-unknown')
const zone = code('zone-not-a-code')
const povertyLevel = oneOf([1, 2], 'poverty-level-unknown')
const aboutMember = ({ memberId }: { readonly memberId: string }) =>
  [{ kind: 'member', key: memberId }] as const

export const admitMember = operation({
  command: 'AdmitMember',
  entry: 'MemberAdmitted',
  oneHand: 'power',
  beginsAnew: true,
  asks: {
    memberId: id('member'),
    card: code('card-not-a-code'),
    sex,
    povertyLevel: optional(povertyLevel),
    zone,
    /** A member who left and still owes, carried over from an older book. */
    isFormer: yesOrNo('not-yes-or-no'),
    ...byAnother,
  },
  keeps: ['memberId', 'card', 'sex', 'povertyLevel', 'zone', 'isFormer', 'approvedBy'],
  may: recordKeeper,
  second: another,
  isTakenAlone: true,
  minutes: 'told',
  isReversible: false,
  decide: ({ members }: People, { memberId, card }) => {
    if (members.has(memberId)) return refused('member-already-admitted')
    return [...members.values()].some((member) => member.card === card)
      ? refused('card-already-given')
      : recorded({ flags: [], postings: [] })
  },
  about: aboutMember,
})

const isAlreadySo = (member: Member, change: LifeChange, on: LocalDate): boolean => {
  const state = stateOn(member, on)
  switch (change) {
    case 'away':
      return state !== 'here'
    case 'back':
      return state !== 'away'
    case 'left':
      return state === 'left' || state === 'dead'
    case 'returned':
      return state !== 'left'
  }
}

type Represented = {
  readonly memberId: string
  readonly proxy?: string
  readonly effectiveOn: LocalDate
}

/** Whoever votes for one who is away should be there, and for one alone. */
const proxyFlags = (
  { members }: People,
  { proxy, memberId, effectiveOn: on }: Represented,
): readonly ('proxy-not-here' | 'proxy-for-another')[] =>
  proxy === undefined
    ? []
    : flagsOf({
        'proxy-not-here': stateOn(members.get(proxy)!, on) !== 'here',
        'proxy-for-another': [...members.values()].some(
          (other) => other.memberId !== memberId && proxyOn(other, on) === proxy,
        ),
      })

/** A fact is written down by one; but of an officer it ends the office at once only where two stand behind it. */
const beside = described(
  optional(id('member')),
  'The second officer, who stands behind it with `approvals`. Without one it is taken, and stays as a finding: whoever holds an office keeps it for seven days more, whoever is gone counts for a quorum for thirty-one, and a death stops what falls due after seven',
)

const isInOffice = (member: Member, on: LocalDate): boolean =>
  isMemberOn(member, on) && heldOn(member, on).length > 0

/** Whether one alone says that somebody has gone. While an older book is brought in only officers are looked at. */
const isByOne = (
  { writtenOn }: People,
  member: Member,
  { confirmedBy, effectiveOn: on }: { readonly confirmedBy?: string; readonly effectiveOn: string },
): boolean =>
  confirmedBy === undefined && (writtenOn !== undefined || heldBeforeOne(member, on).length > 0)

/** Whether a list of a meeting after that day says that somebody was there. */
const isSeenLater = ({ meetings }: People, memberId: string, on: LocalDate): boolean =>
  [...meetings.values()].some(({ heldOn, present }) => heldOn > on && present.includes(memberId))

/** For so many days a death that one alone has written stops nothing that falls due, so that somebody can say no. */
const duesDays = 7

/** Somebody went away or came back, left the fund or returned to it: the same card, the same history. */
export const recordMemberChange = operation({
  command: 'RecordMemberChange',
  entry: 'MemberChanged',
  oneHand: 'power',
  asks: {
    memberId: id('member'),
    change: word(lifeChanges, 'change-unknown'),
    /** Who votes for somebody who is away. */
    proxy: optional(id('member')),
    confirmedBy: beside,
  },
  keeps: ['memberId', 'change', 'proxy', 'confirmedBy'],
  // Any of them: whoever was written away says so themselves.
  may: committee,
  second: ({ confirmedBy }) => confirmedBy,
  isTakenAlone: true,
  minutes: 'tells-of-somebody',
  isReversible: true,
  decide: (now: People, command) => {
    const { memberId, change, proxy, effectiveOn: on } = command
    const member = now.members.get(memberId)!
    if (proxy !== undefined && (change !== 'away' || proxy === memberId))
      return invalid('proxy-cannot-hold', '/proxy')
    if (proxy !== undefined && !now.members.has(proxy)) return invalid('member-unknown', '/proxy')
    const unseconded = secondFault(now.members, command, memberId)
    if (unseconded) return unseconded
    const isLeaving = change === 'left'
    const isGoing = isLeaving || change === 'away'
    return recorded({
      flags: [
        ...flagsOf({
          'after-death': stateOn(member, on) === 'dead',
          'already-so': isAlreadySo(member, change, on),
          'left-owing': isLeaving && now.owedOn(memberId, on) !== 0,
          'left-with-savings': isLeaving && now.savedOn(memberId, on) !== 0,
          'held-office': isGoing && isInOffice(member, on),
          'by-one-word': isLeaving && isByOne(now, member, command),
        }),
        ...proxyFlags(now, command),
      ],
      postings: [],
    })
  },
  about: aboutMember,
})

/** Nobody inherits a debt: from this day on nothing is asked of anybody for what the dead still owed. */
export const recordDeath = operation({
  command: 'RecordDeath',
  entry: 'DeathRecorded',
  oneHand: 'power',
  asks: { memberId: id('member'), confirmedBy: beside },
  keeps: ['memberId', 'confirmedBy'],
  // Of the two who write, one may be the one who died.
  may: chairOrRecordKeeper,
  second: ({ confirmedBy }) => confirmedBy,
  isTakenAlone: true,
  minutes: 'tells-of-somebody',
  isReversible: true,
  decide: (now: People, command) => {
    const { members, writtenOn } = now
    const { memberId, confirmedBy, effectiveOn: on } = command
    const member = members.get(memberId)!
    const unseconded = secondFault(members, command, memberId)
    if (unseconded) return unseconded
    // What it changes in the books is worked out where the loans are known.
    const postings: readonly Posting[] = []
    const waits: { readonly duesFrom?: LocalDate } =
      confirmedBy === undefined && writtenOn !== undefined
        ? { duesFrom: daysAfter(later(on, writtenOn), duesDays) }
        : {}
    return recorded({
      ...waits,
      flags: flagsOf({
        'already-so': diedOn(member) !== undefined,
        'held-office': isInOffice(member, on),
        'by-one-word': isByOne(now, member, command),
        'seen-later': isSeenLater(now, memberId, on),
      }),
      postings,
    })
  },
  about: aboutMember,
})

/** What was mistyped about somebody; what is left out stays as it was. */
export const correctMember = operation({
  command: 'CorrectMember',
  entry: 'MemberCorrected',
  oneHand: 'power',
  asks: {
    memberId: id('member'),
    sex: optional(sex),
    zone: optional(zone),
    povertyLevel: described(optional(orNull(povertyLevel)), 'Null for a household without one'),
    confirmedBy: described(
      optional(id('member')),
      'The second officer, who stands behind it with `approvals`. Without one it is taken, and stays as a finding: women’s seats and votes, relief and the queue hang on it',
    ),
  },
  keeps: ['memberId', 'sex', 'zone', 'povertyLevel', 'confirmedBy'],
  may: recordKeeper,
  second: ({ confirmedBy }) => confirmedBy,
  isTakenAlone: true,
  minutes: 'tells-of-somebody',
  isReversible: false,
  decide: ({ members, writtenOn }: People, command) => {
    const { sex: ofSex, zone: ofZone, povertyLevel: level, confirmedBy } = command
    // Nothing said is no correction.
    if (ofSex === undefined && ofZone === undefined && level === undefined)
      return invalid('nothing-corrected', '')
    const isByOneWord = confirmedBy === undefined && writtenOn !== undefined
    return (
      secondFault(members, command) ??
      recorded({ flags: flagsOf({ 'by-one-word': isByOneWord }), postings: [] })
    )
  },
  about: aboutMember,
})
