import { expect, test } from 'vitest'
import { healthOf } from '#domain/health/health.ts'
import type { Command } from '#domain/village.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { bookOf } from '#src/app/queries.ts'
import { recorder } from '#src/app/record.ts'
import { folderSource } from '#src/cli/folder.ts'
import { readBook } from '#src/exchange/paper-book/book.ts'
import { commandsOf } from '#src/exchange/paper-book/commands.ts'
import { fundBookOf } from '#src/pwa/book.ts'
import { isDecidedHere } from '#src/pwa/decides.ts'
import { type Service, ServiceFault } from '#src/pwa/service.ts'
import { meetingDays, yearOfBook } from '#test/support/book-months.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import {
  fundId,
  phoneNeeds,
  serviceOn,
  syncedPhone,
  ticking,
} from '#test/pwa/village-with-phones.ts'

const officer = { actor: 'officer-1', device: 'device-1' }
const isLong = process.env['TEST_BUDGET'] === 'ci'
const all = meetingDays(yearOfBook())
const days = isLong ? all : all.filter((_, place) => place % 4 === 3)

const commandsOfYear = async (): Promise<readonly Command[]> => {
  const book = await readBook(folderSource(paperBookFolder), sha256)
  if (!('lines' in book)) throw new Error('the paper book cannot be read')
  return commandsOf(book, sha256)
}

/** A service that has all of a year's commands of some days. */
const serviceWith = async (commands: readonly Command[]) => {
  const store = memoryStore()
  const clock = ticking('2026-01-01T02:00:00.000Z')
  await recorder({ journal: store, clock, hash: sha256 })(fundId, commands, officer)
  return { store, service: serviceOn(store, clock) }
}

test.each(days)(
  'all that the paper book has of %s is written on a phone without a network, and gives that month’s figures',
  async (day) => {
    const year = await commandsOfYear()
    const before = year.filter(({ effectiveOn }) => effectiveOn < day)
    const ofDay = year.filter(({ effectiveOn }) => effectiveOn === day)
    const { store, service } = await serviceWith(before)
    const net = { isCut: false }
    const cuttable: Service = {
      rowsAfter: async (...asked) => {
        if (net.isCut) throw new ServiceFault('unreachable')
        return service.rowsAfter(...asked)
      },
      send: service.send,
    }
    const phone = await syncedPhone(phoneNeeds(cuttable))
    net.isCut = true
    for (const command of ofDay) expect(await phone.write([{ command }])).toEqual([])
    expect(ofDay.filter(isDecidedHere).length).toBeGreaterThan(60)
    // What a phone decides it shows at once, though the pay-outs of the day wait for the service.
    expect(phone.shown().own).toHaveLength(ofDay.filter(isDecidedHere).length)
    net.isCut = false
    expect(await phone.sync()).toBe('done')
    const { store: known } = await serviceWith([...before, ...ofDay])
    const held = (await bookOf(store, fundId))!
    const paper = (await bookOf(known, fundId))!
    expect(healthOf(held, day)).toEqual(healthOf(paper, day))
    expect(held.loans).toEqual(paper.loans)
    expect(healthOf(fundBookOf(phone.shown().sealed)!, day)).toEqual(healthOf(paper, day))
  },
)
