import { scopeFor } from '#domain/access/table.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { staffRolesOn } from '#domain/network.ts'
import type { NetworkViews } from '#domain/ports.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'

type Needs = { readonly store: Pick<NetworkViews, 'networkSubjects' | 'networkHead'> }

/** Logins of those who may check what the team of a network brings on a day. */
export const checkersOn = async (
  { store }: Needs,
  { networkId, day }: { readonly networkId: string; readonly day: LocalDate },
): Promise<readonly string[]> => {
  const book = await networkBookOf(store, networkId)
  return (book?.staff ?? [])
    .filter((staff) => scopeFor('check-support', staffRolesOn(staff, day)) === 'all')
    .map(({ userId }) => userId)
}

/** Whether a login is one of them: an officer of a fund, or whoever has left the team, is not. */
export const mayCheckOn = async (
  needs: Needs,
  {
    checker,
    ...asked
  }: { readonly networkId: string; readonly day: LocalDate; readonly checker: string },
): Promise<boolean> => (await checkersOn(needs, asked)).includes(checker)
