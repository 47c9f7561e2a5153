import type { LocalDate } from '#domain/kernel/dates.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { type LikelyPair, likelySame } from '#domain/fund/people/likely-same.ts'
import type { Kinship, MemberName, Particulars } from '#domain/fund/people/particulars.ts'

/** A member with what is kept of who that is. */
export type KnownPerson = {
  readonly memberId: string
  readonly card: string
  readonly isFormer: boolean
  readonly name: MemberName | undefined
  readonly hasPhoto: boolean
}

type Store = Pick<Particulars, 'names' | 'photographed'>

/** The members of a fund by card, with their names, and who has left or died by a day. Whoever asks has written down that names are looked at. */
export const knownPeople = async (
  store: Store,
  fundId: string,
  { members, day }: { readonly members: readonly Member[]; readonly day: LocalDate },
): Promise<readonly KnownPerson[]> => {
  const names = new Map((await store.names(fundId)).map((name) => [name.memberId, name]))
  const faces = new Set((await store.photographed(fundId)).map(({ memberId }) => memberId))
  return members
    .toSorted((a, b) => (a.card < b.card ? -1 : 1))
    .map((member) => ({
      memberId: member.memberId,
      card: member.card,
      isFormer: !isMemberOn(member, day),
      name: names.get(member.memberId),
      hasPhoto: faces.has(member.memberId),
    }))
}

/** Cards of a fund that may be one person's. */
export const alikeIn = async (
  store: Store,
  fundId: string,
  members: readonly Member[],
): Promise<readonly LikelyPair[]> =>
  likelySame(members, await store.names(fundId), await store.photographed(fundId))

/** What somebody is to a member, as it is said of the other. */
export type KinIs = Kinship['relation'] | 'child'

/** The kin who were declared of a member, each as what the other is. */
export const declaredOf = (
  kin: readonly Kinship[],
  memberId: string,
): readonly { readonly otherId: string; readonly is: KinIs }[] =>
  kin.flatMap(
    ({ firstId, secondId, relation }): { readonly otherId: string; readonly is: KinIs }[] => {
      if (firstId === memberId)
        return [{ otherId: secondId, is: relation === 'parent' ? 'child' : relation }]
      return secondId === memberId ? [{ otherId: firstId, is: relation }] : []
    },
  )

/** The fact behind "the other is …": a parent's child is the same fact as a child's parent. */
export const kinshipWith = (memberId: string, otherId: string, is: KinIs): Kinship =>
  is === 'child'
    ? { firstId: memberId, secondId: otherId, relation: 'parent' }
    : { firstId: otherId, secondId: memberId, relation: is }
