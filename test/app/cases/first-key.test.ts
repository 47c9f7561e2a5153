import { expect, test } from 'vitest'
import { casesOf, openCase } from '#src/app/cases/cases.ts'
import { type AtDesk, enrol, unlocked } from '#src/app/cases/team.ts'
import { caseTeam, firstTalk, passphrase } from '#test/app/cases/case-team.ts'

test('whoever chooses a first passphrase while another window has just done so is told that there is a key, which stays', async () => {
  const { needs, worker } = caseTeam()
  const userId = 'worker'
  let first: AtDesk | undefined
  const keys = {
    ...needs.keys,
    // The other window is done while this one still draws its key.
    newPair: async () => {
      first ??= await worker(userId)
      return needs.keys.newPair()
    },
  }
  const second = await enrol({ ...needs, keys }, { userId, passphrase: 'four words of another' })
  expect(second).toBe('has-a-key')
  await openCase(needs, first!, firstTalk)
  const again = await unlocked(needs, { userId, passphrase })
  if (typeof again === 'string' || 'may' in again) throw new Error('the key stays shut')
  expect(await casesOf(needs, again)).toHaveLength(1)
})
