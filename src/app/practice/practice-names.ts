import { isMemberOn } from '#domain/fund/people/life.ts'
import { type Member, isOfficerOn } from '#domain/fund/people/members.ts'
import type { KinRelation, Particulars } from '#domain/fund/people/particulars.ts'
import type { Clock } from '#domain/ports.ts'

/*
 * Invented people for the practice fund: syllables that are common in names, put together by count.
 * Nobody is meant by any of them.
 */

type Part = readonly [khmer: string, latin: string]

const families: readonly Part[] = [
  ['សុខ', 'Sok'],
  ['ចាន់', 'Chan'],
  ['កែវ', 'Keo'],
  ['ហេង', 'Heng'],
  ['លី', 'Ly'],
  ['ម៉ៅ', 'Mao'],
  ['ទេព', 'Tep'],
]

const given: Readonly<Record<Member['sex'], readonly Part[]>> = {
  f: [
    ['សុភា', 'Sophea'],
    ['ចន្ថា', 'Chantha'],
    ['បុប្ផា', 'Bopha'],
    ['រស្មី', 'Raksmey'],
    ['ស្រីពៅ', 'Sreypov'],
    ['មុំ', 'Mom'],
    ['កល្យាណ', 'Kalyan'],
    ['សំណាង', 'Samnang'],
    ['នារី', 'Neary'],
  ],
  m: [
    ['ដារ៉ា', 'Dara'],
    ['វិចិត្រ', 'Vichet'],
    ['សុវណ្ណ', 'Sovan'],
    ['បូរ៉ា', 'Bora'],
    ['រិទ្ធី', 'Rithy'],
    ['វុទ្ធី', 'Vuthy'],
    ['ពិសិដ្ឋ', 'Piseth'],
    ['សំអុល', 'Samol'],
  ],
}

/** Sixty women and as many men have names of their own: neither list has a length in common with the families'. */
const nameAt = (i: number, sex: Member['sex']) => {
  const family = families[i % families.length]!
  const own = given[sex][i % given[sex].length]!
  return { khmer: `${family[0]} ${own[0]}`, latin: `${family[1]} ${own[1]}` }
}

/** Names by member; the last one is the first one's again, typed otherwise, so that there is a hint to see. */
const namesOf = (members: readonly Member[]) => {
  const women = members.filter(({ sex }) => sex === 'f')
  const men = members.filter(({ sex }) => sex === 'm')
  const names = members.map((member) => {
    const { memberId, sex } = member
    return { memberId, ...nameAt((sex === 'f' ? women : men).indexOf(member), sex) }
  })
  const [first] = names
  return names.map((name, i) =>
    first !== undefined && i > 0 && i === names.length - 1
      ? { ...name, khmer: first.khmer.replace(' ', '\u200b'), latin: first.latin }
      : name,
  )
}

/** Kin among the last of the members, and one who is a sibling of an officer. */
const kinAmong = (
  members: readonly Member[],
  today: string,
): readonly (readonly [string, KinRelation, string])[] => {
  const officer = members.findLast((member) => isOfficerOn(member, today))
  const [third, second, last] = members
    .filter((member) => !isOfficerOn(member, today) && isMemberOn(member, today))
    .slice(-3)
  if (!officer || !third || !second || !last) return []
  return [
    [second.memberId, 'spouse', last.memberId],
    [second.memberId, 'same-household', last.memberId],
    [third.memberId, 'sibling', officer.memberId],
  ]
}

/** Names for all members of a practice fund, with a few who are kin and one who has named an heir. */
export const namePracticePeople = async (
  { store, clock }: { readonly store: Particulars; readonly clock: Clock },
  { fundId, members, today }: { fundId: string; members: readonly Member[]; today: string },
): Promise<void> => {
  const inOrder = members.toSorted((a, b) => (a.card < b.card ? -1 : 1))
  await store.keepNames(
    fundId,
    namesOf(inOrder).map((name) => ({ fundId, ...name })),
  )
  const kin = kinAmong(inOrder, today)
  await store.keepKinships(
    fundId,
    kin.map(([a, relation, b]) => {
      const [firstId, secondId] = a < b ? [a, b] : [b, a]
      return { fundId, firstId, secondId, relation, declaredAt: clock() }
    }),
  )
  const [couple] = kin
  if (!couple) return
  const [memberId, , nomineeId] = couple
  await store.keepNominees(fundId, memberId, [
    { fundId, memberId, place: 1, name: undefined, nomineeId, share: 'half' },
    { fundId, memberId, place: 2, name: families[1]![0], nomineeId: undefined, share: 'the-rest' },
  ])
}
