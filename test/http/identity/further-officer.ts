import { addUser, setSecret } from '#src/app/identity/users.ts'
import { type Desk, secretOf } from '#test/http/identity/desk.ts'

/** A member of the fund who holds no office and has no login. */
export const memberWithoutLogin = async ({
  needs,
  networkId,
  fundId,
}: Pick<Desk, 'needs' | 'networkId' | 'fundId'>): Promise<string> => {
  const rows = (await needs.store.subjects(fundId)).filter(({ kind }) => kind === 'member')
  const taken = (await needs.store.membershipsOfFund(networkId, fundId)).map((one) => one.memberId)
  return rows.find(({ key, data }) => {
    const { offices, isFormer } = JSON.parse(data) as { offices: unknown[]; isFormer: boolean }
    return !taken.includes(key) && offices.length === 0 && !isFormer
  })!.key
}

/** A further record-keeper of the fund, with a login and a secret. */
export const furtherOfficer = async (its: Desk, login: string): Promise<string> => {
  const { needs, networkId, fundId } = its
  const memberId = await memberWithoutLogin(its)
  const user = await addUser(needs, { networkId, login })
  if ('code' in user) throw new Error(user.code)
  await setSecret(needs, user, secretOf(login))
  await needs.store.keepMembership({
    networkId,
    userId: user.userId,
    fundId,
    memberId,
  })
  const command = { id: needs.ids(), v: 1, type: 'AppointOfficer' as const } as const
  const effectiveOn = needs.today()
  const [answer] = await needs.record(
    fundId,
    [{ ...command, effectiveOn, memberId, office: 'record-keeper' }],
    { actor: 'test', device: 'test' },
  )
  if (!answer || !('seq' in answer)) throw new Error('the officer is not appointed')
  return user.userId
}
