import { invalid, refused } from '#domain/kernel/decision.ts'
import { checkFault, checkWay, withdrawalReason } from '#domain/network/checked.ts'
import type { Network } from '#domain/network/state.ts'
import { countId, fewestTogether, inAll, reachedSays } from '#domain/network/training/reached.ts'
import { talkId, talkSays } from '#domain/network/training/talks.ts'
import { careStaff } from '#domain/operations/may.ts'
import { asSaid, networkOperation } from '#domain/operations/operation.ts'

const byOneOfTheTeam = { may: careStaff, second: 'none' } as const

const unknown = { code: 'talk-unknown', at: '/talkId' }

const aboutTalk = (entry: { readonly talkId: string }) =>
  [{ kind: 'talk', key: entry.talkId }] as const
const aboutCount = (entry: { readonly countId: string }) =>
  [{ kind: 'reached', key: entry.countId }] as const

/** Says a talk in both languages; it is told to nobody until a second one of the staff has read it. */
export const proposeTalk = networkOperation({
  ...byOneOfTheTeam,
  command: 'ProposeTalk',
  entry: 'TalkProposed',
  oneHand: 'sight',
  asks: { talkId, ...talkSays },
  keeps: [
    'talkId',
    'topic',
    'ages',
    'nameKm',
    'nameEn',
    'shortKm',
    'shortEn',
    'textKm',
    'textEn',
    'audioKm',
    'audioEn',
    'source',
    'seenOn',
    'document',
  ],
  decide: ({ training }: Network, command) => {
    if (training.talks.has(command.talkId)) return refused('talk-already-there')
    return command.seenOn > command.effectiveOn
      ? invalid('source-in-the-future', '/seenOn')
      : asSaid
  },
  about: aboutTalk,
})

export const checkTalk = networkOperation({
  ...byOneOfTheTeam,
  command: 'CheckTalk',
  entry: 'TalkChecked',
  oneHand: 'decision',
  description:
    'Whoever entered it cannot check it, nor can a login that could be the same person: `checked-by-whoever-entered`, `approver-reset-lately`.',
  asks: { talkId, how: checkWay },
  keeps: ['talkId', 'how'],
  decide: ({ training }: Network, { talkId: named, effectiveOn: on }) =>
    checkFault(training.talks.get(named), on, unknown) ?? asSaid,
  about: aboutTalk,
})

export const withdrawTalk = networkOperation({
  ...byOneOfTheTeam,
  command: 'WithdrawTalk',
  entry: 'TalkWithdrawn',
  oneHand: 'sight',
  asks: { talkId, why: withdrawalReason },
  keeps: ['talkId', 'why'],
  decide: ({ training }: Network, { talkId: named, effectiveOn: on }) =>
    checkFault(training.talks.get(named), on, unknown) ?? asSaid,
  about: aboutTalk,
})

/** How many heard a talk, by sex and age band; of whom nobody is named and few do not stand alone. */
export const countReached = networkOperation({
  ...byOneOfTheTeam,
  command: 'CountReached',
  entry: 'ReachedCounted',
  oneHand: 'sight',
  description:
    'Counts alone. Fewer than five people are counted together with the next ones (`too-few-together`), and of a peer group no province is kept (`peer-group-has-no-place`).',
  asks: { countId, ...reachedSays },
  keeps: ['countId', 'talkId', 'way', 'province', 'groups'],
  decide: ({ training }: Network, command) => {
    if (training.reached.has(command.countId)) return refused('count-already-there')
    if (!training.talks.has(command.talkId)) return invalid('talk-unknown', '/talkId')
    const named = command.groups.map(({ sex, ageBand }) => `${sex} ${ageBand}`)
    if (new Set(named).size < named.length) return invalid('group-said-twice', '/groups')
    if (inAll(command.groups) < fewestTogether) return refused('too-few-together')
    return command.way === 'peer-group' && command.province !== undefined
      ? invalid('peer-group-has-no-place', '/province')
      : asSaid
  },
  about: aboutCount,
})

/** That a count was a mistake. What was told of a half-year that is over stays as it was told. */
export const strikeReached = networkOperation({
  ...byOneOfTheTeam,
  command: 'StrikeReached',
  entry: 'ReachedStruck',
  oneHand: 'sight',
  asks: { countId },
  keeps: ['countId'],
  decide: ({ training }: Network, { countId: named }) => {
    const one = training.reached.get(named)
    if (!one) return invalid('count-unknown', '/countId')
    return one.struckOn === undefined ? asSaid : refused('withdrawn-already')
  },
  about: aboutCount,
})
