import type { LeafChange } from '#domain/cases/leaves.ts'
import {
  type Cover,
  type FoundCover,
  type Half,
  type Nested,
  type OpenCase,
  fileBy,
} from '#src/app/cases/covers.ts'
import { changesOf, readPage } from '#src/app/cases/leaf-pages.ts'
import { type AtDesk, type CaseNeeds, publicKeysOf } from '#src/app/cases/team.ts'

/*
 * Three hold spare keys: each case is sealed to each pair of them, to the first and that again to the second, so that two
 * together open what nobody assigned can open any more, and none alone.
 */

type Bytes = Uint8Array<ArrayBuffer>

const nestedAbout = (networkId: string, code: string, of: string): string =>
  `holders\n${networkId}\n${code}\n${of}`

/** Where it stands who holds spare keys. */
export const holdersName = (networkId: string): string => `holders/${networkId}`

/** The three who can open by two what nobody can open any more; none until they were named. */
export const holdersOf = async (needs: CaseNeeds): Promise<readonly string[]> =>
  (await readPage<readonly string[]>(needs, holdersName(needs.networkId))).value ?? []

/** Names the three. Cases of before are sealed to them when they are written next. */
export const holdersChanges = async (
  needs: CaseNeeds,
  userIds: readonly [string, string, string],
): Promise<readonly LeafChange[]> =>
  changesOf(needs, await readPage(needs, holdersName(needs.networkId)), userIds)

/** The key of a case for each pair of the holders: to the first of it, and that again to the second. */
export const nestedFor = async (
  needs: CaseNeeds,
  code: string,
  key: Bytes,
): Promise<readonly Nested[]> => {
  const { keys, networkId } = needs
  const holders = await holdersOf(needs)
  const publicKeys = await publicKeysOf(needs, holders)
  const pairs = holders.flatMap((first, i) =>
    holders.slice(i + 1).map((second) => [first, second] as const),
  )
  return Promise.all(
    pairs
      .filter((pair) => pair.every((one) => publicKeys.has(one)))
      .map(async (pair) => {
        const [first, second] = pair
        const inner = await keys.sealTo(
          publicKeys.get(first)!,
          nestedAbout(networkId, code, first),
          key,
        )
        const sealed = await keys.sealTo(
          publicKeys.get(second)!,
          nestedAbout(networkId, code, second),
          new TextEncoder().encode(inner),
        )
        return { pair, sealed }
      }),
  )
}

/** What the second of a pair can open for the first. */
const outerOpened = async (
  { keys, networkId }: CaseNeeds,
  { userId, privateKey }: AtDesk,
  { code, sealed }: { readonly code: string; readonly sealed: string },
): Promise<string | undefined> => {
  const plain = await keys.openWith(privateKey, nestedAbout(networkId, code, userId), sealed)
  return plain && new TextDecoder().decode(plain)
}

/** The key itself, which the first of a pair opens of what the second has opened. */
const innerOpened = (
  { keys, networkId }: CaseNeeds,
  { userId, privateKey }: AtDesk,
  { code, sealed }: { readonly code: string; readonly sealed: string },
): Promise<Bytes | undefined> =>
  keys.openWith(privateKey, nestedAbout(networkId, code, userId), sealed)

/** All halves of a case that a holder gives as the second of a pair. */
export const halvesBy = async (
  needs: CaseNeeds,
  desk: AtDesk,
  { code, holders }: Pick<Cover, 'code' | 'holders'>,
): Promise<readonly Half[]> => {
  const named = await holdersOf(needs)
  const halves: Half[] = []
  for (const { pair, sealed } of holders) {
    if (pair[1] !== desk.userId || !pair.every((one) => named.includes(one))) continue
    const half = await outerOpened(needs, desk, { code, sealed })
    if (half !== undefined) halves.push({ of: pair[0], by: desk.userId, sealed: half })
  }
  return halves
}

/** The case itself, which the first of a pair opens by what the second has given. */
export const openedByHalf = async (
  needs: CaseNeeds,
  desk: AtDesk,
  { found, halves }: { readonly found: FoundCover; readonly halves: readonly Half[] },
): Promise<{ readonly open: OpenCase; readonly by: readonly [string, string] } | undefined> => {
  const named = await holdersOf(needs)
  const isHis = ({ of, by }: Half): boolean =>
    of === desk.userId && named.includes(of) && named.includes(by)
  const half = halves.find(isHis)
  const { code } = found.cover
  const key = half && (await innerOpened(needs, desk, { code, sealed: half.sealed }))
  const opened = key && (await fileBy(needs, found, key))
  return half && key && opened && { open: { ...found, ...opened, key }, by: [half.by, desk.userId] }
}
