import { expect, test } from 'vitest'
import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { aboutWord } from '#domain/phone/sealing.ts'
import { sealTo } from '#infra/browser/sealing.ts'
import { commandsPath, send } from '#test/http/commands/sending.ts'
import {
  type Lending,
  askedFor,
  chairsWord,
  lending,
  somebodyFree,
  written,
} from '#test/http/lending/at-lending.ts'
import { practiceDay } from '#test/support/service.ts'

/* A second person's word that was sealed on a phone: it holds for the one command that it was given for, and is read by the service alone. */

const looked = async (at: Lending) => {
  const { memberId } = await somebodyFree(at)
  const { entryId: loanId } = await written(at, `request?member=${memberId}`, askedFor)
  const who = { appraisedBy: at.chair.memberId, signedBy: at.chair.memberId }
  const command = { id: at.needs.ids(), v: 1, type: 'AppraiseLoan', effectiveOn: practiceDay }
  return { ...command, loanId, ...who, finding: 'sound' }
}

const sealedFor = async (
  { needs, fundId }: Lending,
  command: object,
  secret: string = chairsWord['secret']!,
): Promise<string> =>
  sealTo(await needs.phoneSeal!.publicKey(fundId), {
    about: aboutWord(fundId, needs.hash(canonicalJson(command as Json))),
    text: JSON.stringify({ login: chairsWord['login'], secret }),
  })

const sent = async (at: Lending, command: object, sealed: string) => {
  const token = await at.as('record-keeper')
  const commands = [{ ...command, approvals: [{ sealed }] }]
  return (await send(at, commandsPath(at), { token, commands }))[0]
}

test('a word that was sealed on a phone is heard when it comes', async () => {
  const at = await lending()
  const command = await looked(at)
  const sealed = await sealedFor(at, command)
  expect(sealed).not.toContain(chairsWord['secret'])
  expect(await sent(at, command, sealed)).toMatchObject({ outcome: 'recorded' })
})

test('a wrong PIN that was sealed is as wrong as one that was typed, and the command is not taken', async () => {
  const at = await lending()
  const command = await looked(at)
  const sealed = await sealedFor(at, command, '111111')
  expect(await sent(at, command, sealed)).toMatchObject({
    outcome: 'refused',
    code: 'sign-in-failed',
  })
})

test('a word that was given for one command is none for another, nor for the same one altered', async () => {
  const at = await lending()
  const command = await looked(at)
  const sealed = await sealedFor(at, command)
  const needed = { outcome: 'refused', code: 'approval-needed' }
  expect(await sent(at, { ...command, id: at.needs.ids() }, sealed)).toMatchObject(needed)
  expect(await sent(at, { ...command, finding: 'unsound' }, sealed)).not.toMatchObject({
    outcome: 'recorded',
  })
  expect(await sent(at, command, 'nonsense')).toMatchObject(needed)
  expect(await sent(at, command, sealed)).toMatchObject({ outcome: 'recorded' })
})

test('a phone takes along the key that words are sealed to, and who steps out without why', async () => {
  const at = await lending()
  const answer = await at.ask(`/v1/funds/${at.fundId}/phone`, {
    token: await at.as('record-keeper'),
  })
  const taken = (await answer.json()) as { sealTo: string; stepsOut: object[]; memberId: string }
  expect(taken.sealTo).toBe(await at.needs.phoneSeal!.publicKey(at.fundId))
  expect(taken.memberId).toBe(at.keeper.memberId)
  for (const one of taken.stepsOut)
    expect(Object.keys(one).toSorted()).toEqual(['memberId', 'officerId'])
})
