import { addUser, setSecret } from '#src/app/identity/users.ts'
import { type Desk, secretOf } from '#test/http/identity/desk.ts'

/** A further record-keeper of the fund, with a login and a secret. */
export const furtherOfficer = async (
  { needs, networkId, fundId }: Desk,
  login: string,
): Promise<string> => {
  const rows = (await needs.store.subjects(fundId)).filter(({ kind }) => kind === 'member')
  const taken = (await needs.store.membershipsOfFund(networkId, fundId)).map((one) => one.memberId)
  const member = rows.find(({ key, data }) => {
    const { offices, isFormer } = JSON.parse(data) as { offices: unknown[]; isFormer: boolean }
    return !taken.includes(key) && offices.length === 0 && !isFormer
  })!
  const user = await addUser(needs, { networkId, login })
  if ('code' in user) throw new Error(user.code)
  await setSecret(needs, user, secretOf(login))
  await needs.store.keepMembership({
    networkId,
    userId: user.userId,
    fundId,
    memberId: member.key,
  })
  const command = { id: needs.ids(), v: 1, type: 'AppointOfficer' as const } as const
  const effectiveOn = needs.today()
  const [answer] = await needs.record(
    fundId,
    [{ ...command, effectiveOn, memberId: member.key, office: 'record-keeper' }],
    { actor: 'test', device: 'test' },
  )
  if (!answer || !('seq' in answer)) throw new Error('the officer is not appointed')
  return user.userId
}
