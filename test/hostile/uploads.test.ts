import { beforeAll, describe, expect, test } from 'vitest'
import { bookOf } from '#src/app/queries.ts'
import { type Desk, desk } from '#test/http/identity/desk.ts'
import { handMade, rowOf, textCell, zipOf } from '#test/support/hand-made-workbook.ts'

let its: Desk
let tokens: Readonly<Record<'keeper' | 'staff', string>>
let before = ''
let memberId = ''
const headsNow = async (): Promise<string> => {
  const { store } = its.needs
  const funds = await store.fundIds()
  const entries = await Promise.all(funds.map((id) => store.read(id, 0, 100_000)))
  const own = await store.networks.read(its.networkId, 0, 10_000)
  return JSON.stringify([funds, entries.map((rows) => rows.at(-1)?.hash), own.length])
}
beforeAll(async () => {
  its = await desk()
  tokens = {
    keeper: await its.as('record-keeper'),
    staff: await its.signedIn('administrator'),
  }
  memberId = (await bookOf(its.needs.store, its.fundId))!.members[0]!.memberId
  before = await headsNow()
})

type Route = {
  readonly path: (fundId: string) => string
  readonly by: keyof typeof tokens
  readonly part: string
}

/** Every place that takes a file. */
const routes: Readonly<Record<string, Route>> = {
  'members by a program': {
    path: (id) => `/v1/funds/${id}/imports/members`,
    by: 'keeper',
    part: 'sheet',
  },
  'members by a page': { path: (id) => `/funds/${id}/old-book/sheet`, by: 'keeper', part: 'sheet' },
  'loans by a program': {
    path: (id) => `/v1/funds/${id}/imports/loans`,
    by: 'keeper',
    part: 'sheet',
  },
  'loans by a page': { path: (id) => `/funds/${id}/old-book/loans`, by: 'keeper', part: 'sheet' },
  'a book by a program': { path: () => '/v1/imports/paper-book', by: 'staff', part: 'book.xlsx' },
  'a zip by a program': { path: () => '/v1/imports/paper-book', by: 'staff', part: 'book.zip' },
  'a photo by a page': {
    path: (id) => `/funds/${id}/people/${memberId}/photo`,
    by: 'keeper',
    part: 'photo',
  },
  'an alert by a page': { path: (id) => `/funds/${id}/relief/alerts`, by: 'keeper', part: 'file' },
  'a book by a page': { path: () => '/network/book', by: 'staff', part: 'sheet' },
}

const script = '<script>alert(1)</script>'
const rightToLeft = '\u202egnp.exe'
const headings =
  'card,sex,zone,loan,system,principal,rate_percent,instalments,disbursed,principal_owed'

const csvOf = (cell: string): string => `${headings}\n${Array(10).fill(cell).join(',')}\n`

/** Sixty megabytes in sixty kilobytes. */
const bomb = handMade([{ name: 'members', data: '', after: ' '.repeat(60_000_000) }])

const contents: Readonly<Record<string, () => BlobPart>> = {
  nothing: () => '',
  'formulas in a text': () => csvOf("=cmd|'/c calc'!A1"),
  'formulas in a sheet': () =>
    handMade([
      {
        name: 'members',
        data:
          rowOf(1, ...headings.split(',').map((one, i) => textCell(`${'ABCDEFGHIJ'[i]}1`, one))) +
          rowOf(2, '<c r="A2"><f>HYPERLINK("http://127.0.0.1/","x")</f></c>'),
      },
    ]) as BlobPart,
  'a null in a cell': () => csvOf('M\u000001'),
  'a cell of a megabyte': () => csvOf('9'.repeat(90_000)),
  'text that turns around': () => csvOf(rightToLeft),
  'a script in every cell': () => csvOf(script),
  'a script in a heading that is nearly one of ours': () =>
    `${headings.replace('principal_owed', 'princ<b>ipal_owed')}\n`,
  'a script for headings': () => `${script},${script}\n1,2\n`,
  'a picture under another name': () =>
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'two letters of a zip': () => 'PK',
  'a zip that says it is small': () =>
    zipOf([{ name: 'loans.csv', text: 'x'.repeat(5_000_000), said: 10 }]) as BlobPart,
  'a zip that says it is huge': () =>
    zipOf([{ name: 'loans.csv', text: 'x', listed: { unpacked: 2_000_000_000 } }]) as BlobPart,
  'a zip that points out of itself': () =>
    zipOf([{ name: 'loans.csv', text: 'x', listed: { at: 4_000_000 } }]) as BlobPart,
  'a zip of paths that climb': () =>
    zipOf([
      { name: '../../loans.csv', text: csvOf(script) },
      { name: '/etc/members.csv', text: csvOf(script) },
    ]) as BlobPart,
  'a zip in a zip': () =>
    zipOf([{ name: 'loans.csv', text: zipOf([{ name: 'loans.csv', text: 'x' }]) }]) as BlobPart,
  'a sheet that unpacks to sixty megabytes': () => bomb as BlobPart,
  'half a sheet': () => bomb.slice(0, 400) as BlobPart,
  'a sheet of scripts': () =>
    handMade([
      {
        name: script,
        data:
          rowOf(1, ...headings.split(',').map((one, i) => textCell(`${'ABCDEFGHIJ'[i]}1`, one))) +
          rowOf(2, ...[...'ABCDEFGHIJ'].map((letter) => textCell(`${letter}2`, script))),
      },
    ]) as BlobPart,
}

describe.each(Object.entries(routes))('a file for %s', (_, { path, by, part }) => {
  test('that means harm is refused in words, tells nothing of itself and writes nothing', async () => {
    for (const [what, make] of Object.entries(contents)) {
      const form = new FormData()
      form.append(part, new Blob([make()]), `${script}.csv`)
      const answer = await its.ask(path(its.fundId), { token: tokens[by], body: form })
      const text = await answer.text()
      expect([what, answer.status]).toEqual([
        what,
        expect.toSatisfy((s) => [400, 413, 422].includes(s)),
      ])
      const harm = ['<script>alert', 'princ<b>', 'cmd|', '\u202e', '\u0000']
      expect([what, harm.filter((one) => text.includes(one))]).toEqual([what, []])
    }
    expect(await headsNow()).toBe(before)
  })
})
