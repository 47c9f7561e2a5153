import { beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import { readerOnNode } from '#src/cli/service/reading.ts'
import { ReaderBusy, TooMuchToRead, readerHere } from '#src/exchange/reader.ts'
import { membersSheet } from '#src/exchange/members-sheet/sheet.ts'
import { eachTag } from '#src/exchange/workbook/mark-up.ts'
import { readWorkbook } from '#src/exchange/workbook/read.ts'
import { serveOnNode } from '#src/node.ts'
import { handMade, rowOf, textCell } from '#test/support/hand-made-workbook.ts'
import { type Practice, practice } from '#test/support/service.ts'

/** 1,200,000 cells in one row: 46 megabytes in 66 kilobytes. */
const emptyCells = (cells = 1_200_000): Uint8Array<ArrayBuffer> =>
  handMade([
    { name: 'members', data: `<row r="2">${'<c r="A2"><v>1</v></c>'.repeat(cells)}</row>` },
  ]) as Uint8Array<ArrayBuffer>

let hostile: Uint8Array<ArrayBuffer>
let village: Practice
beforeAll(async () => {
  hostile = emptyCells()
  village = await practice({ reader: readerOnNode() })
})

const formOf = (bytes: BlobPart): FormData => {
  const form = new FormData()
  form.append('sheet', new Blob([bytes]))
  return form
}

const sheet = 'card,sex,zone,savings\nM901,f,Z1,5000\n'

describe('a file that was sent', () => {
  test('is looked at no further than a book can reach', async () => {
    let seen = 0
    expect(
      eachTag('<a/>'.repeat(1000), () => {
        seen += 1
        return seen === 3 ? 'enough' : undefined
      }),
    ).toBe('enough')
    expect(seen).toBe(3)
    const [few, many] = [emptyCells(520_000), hostile]
    const took = async (bytes: Uint8Array): Promise<number> => {
      const before = process.threadCpuUsage()
      expect(await readWorkbook(bytes)).toBe('workbook-too-large')
      // In time of this thread: what else the machine does is no cost of a file.
      const { user, system } = process.threadCpuUsage(before)
      return user + system
    }
    // More than twice as many cells cost no more than the unpacking of them.
    expect(await took(many)).toBeLessThan(3 * (await took(few)))
  })

  test('is read in a thread of its own as it is in this one', async () => {
    const [there, here] = [readerOnNode(), readerHere(sha256)]
    const bytes = new TextEncoder().encode(sheet)
    expect(await there.list(membersSheet, bytes, 'KHR')).toEqual(
      await here.list(membersSheet, bytes, 'KHR'),
    )
    const workbook = handMade([
      {
        name: 'members',
        data: rowOf(1, textCell('A1', 'card'), textCell('B1', 'sex'), textCell('C1', 'zone')),
      },
    ])
    expect(await there.list(membersSheet, workbook, 'KHR')).toEqual(
      await here.list(membersSheet, workbook, 'KHR'),
    )
    const list = new TextEncoder().encode('Date,Amount\n2025-01-02,5000\n')
    expect(await there.bankRows(list)).toEqual(await here.bankRows(list))
    expect(await there.book(new Map([['fund.json', bytes]]))).toEqual(
      await here.book(new Map([['fund.json', bytes]])),
    )
  })
})

describe('a file that is larger than any book', () => {
  test('does not hold the service: whether it lives is told at once meanwhile', async () => {
    const store = { close: async () => undefined } as never
    const serving = await serveOnNode(village.needs, { store, host: '127.0.0.1', port: 0 })
    const token = await village.as('record-keeper')
    const path = `${serving.url}/v1/funds/${village.fundId}/imports/members?dryRun=true`
    const send = () =>
      fetch(path, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: formOf(hostile),
      })
    let isOver = false
    const sent = Promise.all(Array.from({ length: 8 }, send)).finally(() => (isOver = true))
    const waits: number[] = []
    const began = performance.now()
    while (!isOver) {
      const at = performance.now()
      expect((await fetch(`${serving.url}/healthz`)).status).toBe(200)
      waits.push(performance.now() - at)
    }
    const whole = performance.now() - began
    const answers = await sent
    await serving.stop()
    // Where it is held one question waits for all of the reading, however quick the machine is.
    expect(Math.max(...waits)).toBeLessThan(whole / 2)
    expect(waits.length).toBeGreaterThan(10)
    const told = answers.map(({ status }) => status)
    // One of each sender is read, and the others are told to come again.
    expect(told.filter((status) => status === 422)).toHaveLength(1)
    expect(told.filter((status) => status === 503)).toHaveLength(7)
    const turnedAway = answers.filter(({ status }) => status === 503)
    expect(turnedAway.map(({ headers }) => headers.get('retry-after'))).toEqual(Array(7).fill('10'))
    expect(await turnedAway[0]!.json()).toMatchObject({ code: 'reading-others' })
    // Whoever comes afterwards is read.
    const after = await village.ask(`/v1/funds/${village.fundId}/imports/members?dryRun=true`, {
      token,
      body: formOf(sheet),
    })
    expect(after.status).toBe(200)
  })
})

describe('two who send one file after the other', () => {
  test('have one place each, and give way to whoever was told to come again', async () => {
    let at = 0
    const reader = readerOnNode({ now: () => at })
    const bytes = new TextEncoder().encode(sheet)
    const send = (sender: string) => reader.of!(sender).list(membersSheet, bytes, 'KHR')
    const both = [send('one'), send('two')]
    await expect(send('one')).rejects.toThrow(ReaderBusy)
    await expect(send('third')).rejects.toThrow(ReaderBusy)
    await Promise.all(both)
    // One place is the third's, whoever is quicker; the other is anybody's.
    const again = send('one')
    await expect(send('two')).rejects.toThrow(ReaderBusy)
    await Promise.all([again, send('third')])
    // Of whoever does not come back the place is kept for no longer than that.
    at = 20_001
    await Promise.all([send('one'), send('four')])
  })
})

describe('a form of more parts than any form has', () => {
  test('is refused before it is taken apart, and costs hardly more than one that is as large', async () => {
    const { ask, as, fundId } = await practice()
    const token = await as('record-keeper')
    const parts = (count: number, each: number): string =>
      `${`--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n${'y'.repeat(each)}\r\n`.repeat(count)}--x--\r\n`
    const many = parts(12_000, 1)
    const sent = async (path: string, body: string, type = 'multipart/form-data; boundary=x') => {
      const began = performance.now()
      const headers = { 'content-type': type, accept: 'text/html' }
      const { status } = await ask(path, { token, body, headers })
      return { status, ms: performance.now() - began }
    }
    const api = `/v1/funds/${fundId}/imports/members`
    const few = parts(1, many.length - 100)
    await sent(api, few)
    const [one, all] = [await sent(api, few), await sent(api, many)]
    expect([one.status, all.status]).toEqual([400, 413])
    expect(all.ms).toBeLessThan(5 * one.ms + 50)
    for (const path of [
      `/funds/${fundId}/old-book/sheet`,
      `/funds/${fundId}/bank`,
      `/funds/${fundId}/relief/alerts`,
      `/funds/${fundId}/people/M01/photo`,
    ]) {
      const { status, ms } = await sent(path, many)
      expect([path, status < 500]).toEqual([path, true])
      expect(ms, path).toBeLessThan(5 * one.ms + 500)
    }
    for (const type of [
      'multipart/form-data',
      'multipart/form-data; boundary=',
      'multipart/form-data; boundary=y; boundary=x',
      'multipart/form-data; boundary="x',
    ])
      expect((await sent(api, many, type)).status).toBe(400)
    expect((await sent(api, many, 'multipart/form-data; charset=utf-8; boundary="x"')).status).toBe(
      413,
    )
  })
})

describe('a file that is more than may be read', () => {
  test('is refused where it takes too long or too much room, and the next one is read', async () => {
    const slow = readerOnNode({ msMax: 1, atOnce: 1 })
    await expect(slow.book(hostile)).rejects.toThrow(TooMuchToRead)
    await expect(slow.book(hostile)).rejects.toThrow(TooMuchToRead)
    const small = readerOnNode({ heapMiB: 12, atOnce: 1 })
    const rows = `<row>${'<c r="A2"><v>1</v></c>'.repeat(400_000)}</row>`
    const large = handMade([{ name: 'members', data: rows }])
    await expect(small.list(membersSheet, large, 'KHR')).rejects.toThrow(TooMuchToRead)
    const { needs, ask, as, fundId } = await practice({ reader: readerOnNode({ msMax: 1 }) })
    const before = (await needs.store.read(fundId, 0, 10_000)).length
    const answer = await ask(`/v1/funds/${fundId}/imports/members`, {
      token: await as('record-keeper'),
      body: formOf(sheet),
    })
    expect([answer.status, await answer.json()]).toMatchObject([413, { code: 'body-too-large' }])
    expect((await needs.store.read(fundId, 0, 10_000)).length).toBe(before)
  })

  test('waits for those that are being read: a page says so in words', async () => {
    const { ask, as, fundId } = await practice({ reader: readerOnNode({ atOnce: 0 }) })
    const form = formOf(sheet)
    form.append('seal', '')
    const answer = await ask(`/funds/${fundId}/old-book/sheet`, {
      token: await as('record-keeper'),
      body: form,
      headers: { accept: 'text/html' },
    })
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('Other files are being read just now.')
  })
})
