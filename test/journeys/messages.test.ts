import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeMessageCode } from '#src/app/messages/linking.ts'
import { messageRound } from '#src/cli/message-rounds.ts'
import { messageServiceOf } from '#src/cli/service/message-service.ts'
import { readConfiguration } from '#src/configuration.ts'
import { messageNeeds } from '#src/http/messages/needs.ts'
import { deposit, phone, same, texting } from '#test/http/messages/village.ts'
import { fund } from '#test/support/command-line.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

let folder = ''
beforeEach(() => {
  folder = newFolder()
})
afterEach(() => dropFolder(folder))

const comesIn = (text: string): void => {
  mkdirSync(join(folder, 'messages', 'in'), { recursive: true })
  const body = JSON.stringify({ from: phone, text })
  writeFileSync(join(folder, 'messages', 'in', 'from-the-modem.json'), body)
}

const testing = { actor: 'test', device: 'test' }

type Text = { readonly id: string; readonly to: string; readonly text: string }

test('by files alone a phone is linked, hears what was written, and stops', async () => {
  const its = await texting()
  const read = readConfiguration({ DATA_DIR: folder, MESSAGES_NUMBER: '012 000 111' })
  if ('faults' in read) throw new Error(read.faults.join())
  const service = messageServiceOf(read.configuration)
  expect(service.messages?.number).toBe('012 000 111')
  const needs = messageNeeds({ ...its.needs, ...service })!
  const out = join(folder, 'messages', 'out')
  const round = async (): Promise<readonly Text[]> => {
    const before = new Set(readdirSync(folder, { recursive: true }).map(String))
    await messageRound(read.configuration, { texts: needs })
    return readdirSync(out)
      .filter((name) => !before.has(join('messages', 'out', name)))
      .map((name) => JSON.parse(readFileSync(join(out, name), 'utf8')) as Text)
  }
  const { networkId, fundId } = its
  const memberId = await its.memberIdOf('M07')
  comesIn((await makeMessageCode(needs, { networkId, fundId, memberId }, testing)).code)
  expect(await round()).toMatchObject([{ to: phone, text: expect.stringContaining('បានភ្ជាប់') }])
  await deposit(its, 'M07')
  expect(await round()).toMatchObject([{ to: same, text: expect.stringContaining('បានកត់') }])
  comesIn('STOP')
  expect(await round()).toMatchObject([{ text: expect.stringContaining('លែងទទួលសារ') }])
  await deposit(its, 'M07')
  expect(await round()).toEqual([])
  expect((await service.messages!.sentTexts!()).length).toBe(3)
  expect(readdirSync(join(folder, 'messages', 'in'))).toEqual([])
})

test('a text that was half answered when the machine stopped is not answered twice', async () => {
  const its = await texting()
  const read = readConfiguration({ DATA_DIR: folder })
  if ('faults' in read) throw new Error(read.faults.join())
  const needs = messageNeeds({ ...its.needs, ...messageServiceOf(read.configuration) })!
  const { networkId, fundId } = its
  const memberId = await its.memberIdOf('M07')
  comesIn((await makeMessageCode(needs, { networkId, fundId, memberId }, testing)).code)
  const stops = async (): Promise<never> => {
    throw new Error('the machine stopped')
  }
  const round = (carrier = needs.carrier) =>
    messageRound(read.configuration, { texts: { ...needs, carrier } })
  await expect(round(stops)).rejects.toThrow('the machine stopped')
  expect(readdirSync(join(folder, 'messages', 'in'))).toEqual([])
  await round()
  expect(existsSync(join(folder, 'messages', 'out'))).toBe(false)
})

test('where messages are off the command line says so, and what to set', async () => {
  const ran = await fund(['messages', 'send'], { folder, environment: { MESSAGES: 'off' } })
  expect([ran.status, ran.err]).toEqual([3, expect.stringContaining('set MESSAGES')])
})
