import { nameKeyOf, nameWordsOf } from '#domain/kernel/names.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { MemberName, MemberPhoto } from '#domain/fund/people/particulars.ts'

/** Why two cards may be one person's, the plainest reason first. */
const likenesses = ['same-photo', 'same-name', 'same-words', 'one-sign-apart'] as const
export type Likeness = (typeof likenesses)[number]

/** Two cards that may be one person's. It is only said: nothing is ever put together by itself. */
export type LikelyPair = {
  readonly firstId: string
  readonly secondId: string
  readonly why: Likeness
}

/** A key shorter than this differs from too many others by one sign. */
const keyLengthMin = 5

/** Whether one sign was changed, left out or put in between two texts that are not the same. */
const areOneApart = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [[...a], [...b]] : [[...b], [...a]]
  if (short.length < keyLengthMin) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  const isChanged = short.length === long.length
  return short.slice(isChanged ? at + 1 : at).join('') === long.slice(at + 1).join('')
}

type Keys = { readonly keys: readonly string[]; readonly words: readonly string[] }

const keysOf = ({ khmer, latin }: MemberName): Keys => {
  const names = [khmer, latin].filter((name) => name !== undefined)
  return {
    keys: names.map(nameKeyOf),
    words: names.map((name) => nameWordsOf(name).toSorted().join(' ')),
  }
}

const shares = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) => one !== '' && b.includes(one))

type Known = {
  readonly member: Pick<Member, 'memberId' | 'sex'>
  readonly named: Keys
  readonly digest: string | undefined
}

/** Names of women and men are often alike but for one sign, so that is looked for among one sex alone. */
const likenessOf = (a: Known, b: Known): Likeness | undefined => {
  if (a.digest !== undefined && a.digest === b.digest) return 'same-photo'
  if (shares(a.named.keys, b.named.keys)) return 'same-name'
  if (shares(a.named.words, b.named.words)) return 'same-words'
  const isNear = a.named.keys.some((one) => b.named.keys.some((other) => areOneApart(one, other)))
  return isNear && a.member.sex === b.member.sex ? 'one-sign-apart' : undefined
}

/**
 * Cards that may be one person's, each pair once with the plainest reason why: one photo, one name by
 * its key in either script, the same words in another order, or names that differ by one sign. Former
 * members are compared too, because whoever came back may have been given a second card.
 */
export const likelySame = (
  members: readonly Pick<Member, 'memberId' | 'sex'>[],
  names: readonly MemberName[],
  photos: readonly Pick<MemberPhoto, 'memberId' | 'digest'>[],
): readonly LikelyPair[] => {
  const nameOf = new Map(names.map((name) => [name.memberId, keysOf(name)]))
  const digestOf = new Map(photos.map(({ memberId, digest }) => [memberId, digest]))
  const known = members.map((member): Known => ({
    member,
    named: nameOf.get(member.memberId) ?? { keys: [], words: [] },
    digest: digestOf.get(member.memberId),
  }))
  return known
    .flatMap((a, i) =>
      known.slice(i + 1).flatMap((b) => {
        const why = likenessOf(a, b)
        return why === undefined
          ? []
          : [{ firstId: a.member.memberId, secondId: b.member.memberId, why }]
      }),
    )
    .toSorted((a, b) => likenesses.indexOf(a.why) - likenesses.indexOf(b.why))
}
