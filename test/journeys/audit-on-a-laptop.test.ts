import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256, sha256Digest } from '#infra/system/system.ts'
import type { Command } from '#domain/village.ts'
import { exportArchive } from '#src/exchange/archive/export.ts'
import { auditIn, fillIn, plan, read, seenAsBooked } from '#test/http/audits/steps.ts'
import { pageText } from '#test/pages/page-text.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { fund } from '#test/support/command-line.ts'
import { type Practice, ourHost, practice } from '#test/support/service.ts'
import { type Started, dropFolder, newFolder, started } from '#test/support/started.ts'
import { villageDay } from '#test/support/today.ts'

/*
 * An auditor leaves the office with two files, serves the village's book on her own laptop without a line, signs in there, works,
 * and brings back what she saw. What happened at the office meanwhile is told to her and not written over.
 */

let folder = ''
let serving: Started | undefined
beforeEach(() => {
  folder = newFolder()
})
afterEach(async () => {
  await serving?.stop()
  serving = undefined
  dropFolder(folder)
})

const db = 'sqlite:./audit.db'
const laptop = {
  MODE: 'live',
  DATABASE_URL: db,
  PEPPER: 'only for the laptop of this test, thirty-two characters and more',
  SIGNING_SECRET: 'another one for this test, also long enough to be taken',
}
const run = (...args: string[]) => fund(['--db', db, ...args], { folder, environment: laptop })

/** What the office gives out: the fund's sealed book, and the plan with what was drawn. */
const packed = async (village: Practice, auditId: string): Promise<void> => {
  const { fundId, needs } = village
  const whole = { store: needs.store as never, hash: sha256, digest: sha256Digest }
  const archive = (await exportArchive(whole, fundId, { journalAlone: true }))!
  const pieces: Uint8Array[] = []
  for await (const piece of archive.bytes) pieces.push(piece)
  writeFileSync(join(folder, 'journal.archive.gz'), Buffer.concat(pieces))
  const plan = await read(village, 'auditor', `/funds/${fundId}/audits/${auditId}/take-along`)
  writeFileSync(join(folder, 'audit-plan.json'), plan)
}

type Answer = { readonly status: number; readonly text: string; readonly to: string }

/** A browser at the laptop's own service: it keeps cookies and fills in forms. */
const browserAt = (url: string) => {
  const kept = new Map<string, string>()
  const ask = async (path: string, body?: URLSearchParams): Promise<Answer> => {
    const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(new URL(path, url), {
      redirect: 'manual',
      headers: { cookie, origin: url, 'accept-language': 'en' },
      ...(body && { method: 'POST', body }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      kept.set(name!, value!)
    }
    const to = answer.headers.get('location') ?? ''
    return { status: answer.status, text: await answer.text(), to }
  }
  const fill = async (path: string, fields: Readonly<Record<string, string>>): Promise<Answer> => {
    const { text, status } = await ask(path)
    expect(status, `${path} ${pageText(text)}`).toBe(200)
    const hidden = [...text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
    const body = new URLSearchParams(hidden.map(([, name, value]) => [name!, value!]))
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    return ask(path.split('?')[0]!, body)
  }
  return { ask, fill }
}

const secret = 'seven palms by the river'

/** Serves the file, opens the printed link, chooses a password and signs in. */
const signedIn = async (link: string) => {
  serving = await started(folder, laptop)
  const browser = browserAt(serving.url)
  const { pathname, search } = new URL(link)
  const chosen = { secret, again: secret, label: 'laptop' }
  const begun = await browser.fill(`${pathname}${search}`, chosen)
  expect([begun.status, begun.to]).toEqual([303, '/sign-in?new=1'])
  const came = await browser.fill('/sign-in', { login: 'auditor', secret })
  expect(came.status, pageText(came.text)).toBe(303)
  return browser
}

const bring = async (village: Practice): Promise<string> => {
  const file = readFileSync(join(folder, 'papers.txt'))
  const files = new FormData()
  files.append('file', new Blob([file], { type: 'text/plain' }), 'papers.txt')
  const token = await village.as('auditor')
  const headers = { origin: `http://${ourHost}` }
  const answer = await village.ask('/audits/bring?lang=en', { token, body: files, headers })
  return `${answer.status} ${pageText(await answer.text())}`
}

const told = { status: 0, err: '' }

/** Takes book and plan into the laptop's file, and gives the link by which the auditor begins there. */
const takenIn = async (): Promise<string> => {
  expect(await run('import', 'archive', 'journal.archive.gz')).toMatchObject(told)
  const opened = await run('--json', 'audits', 'open', 'audit-plan.json')
  expect(opened).toMatchObject(told)
  return (JSON.parse(opened.out) as { readonly link: string }).link
}

/** The village goes on, and a colleague of hers counts the box. */
const meanwhile = async (village: Practice, at: string): Promise<void> => {
  const { needs, fundId } = village
  const subjects = await needs.store.subjects(fundId)
  const { key: memberId } = subjects.find(({ kind }) => kind === 'member')!
  const said = { type: 'RecordDeposit', memberId, amount: 5000 }
  const deposit = { id: needs.ids(), v: 1, effectiveOn: needs.today(), ...said } as Command
  const by = { actor: 'keeper', device: 'test' }
  expect((await needs.record(fundId, [deposit], by))[0]!.outcome).toBe('recorded')
  const counted = seenAsBooked(await read(village, 'auditor', `${at}/tests/box-count?lang=en`))
  expect((await fillIn(village, 'auditor', `${at}/tests/box-count`, counted)).status).toBe(303)
}

/** A finding that the fund answers three weeks from now, by the clock of this machine. */
const finding = (kind: string, words: string) => {
  const replyBy = villageDay(21).split('-').toReversed().join('/')
  return { kind, weight: 'minor', test: 'box-count', replyBy, words }
}

type Auditor = Awaited<ReturnType<typeof signedIn>>

const done = async (auditor: Auditor, path: string, fields: Readonly<Record<string, string>>) => {
  const { status, text } = await auditor.fill(path, fields)
  expect(status, pageText(text)).toBe(303)
}

const written = () => run('audits', 'papers', 'audit-plan.json', '--out', 'papers.txt')

const planned = async () => {
  // The laptop's clock is this machine's, and so is the office's.
  const village = await practice({ isPractice: false }, paperBookFolder, villageDay())
  const { auditId } = await plan(village)
  await packed(village, auditId)
  return { village, at: `/funds/${village.fundId}/audits/${auditId}` }
}

test('an audit is taken along, worked on at the laptop’s own service, brought back, and what was done meanwhile stands', async () => {
  const { village, at } = await planned()
  const link = await takenIn()
  await meanwhile(village, at)
  const auditor = await signedIn(link)
  expect(pageText((await auditor.ask('/audits')).text)).toContain('Planned visits')
  expect((await auditor.ask(at)).text).toContain('What was drawn')
  const counted = seenAsBooked((await auditor.ask(`${at}/tests/box-count`)).text)
  await done(auditor, `${at}/tests/box-count`, counted)
  await done(auditor, `${at}/findings/new`, finding('count-missing', 'No key was there.'))

  expect(await written()).toMatchObject(told)
  expect(await bring(village)).toMatch(/^200 .*2 of 2 are written down\./)
  const { tests, findings } = await auditIn(village)
  expect(tests.map((one) => one.test)).toEqual(['box-count', 'box-count'])
  expect(findings.map(({ kind }) => kind)).toEqual(['count-missing'])
  const page = pageText(await read(village, 'auditor', `${at}/report?lang=en`))
  expect(page).toContain('No key was there.')
  expect(page).toContain('Tests were written down again, and the later one counts: 1')
  expect(page).not.toContain('Figures are told as the book’s')

  // At the office the opinion is given before the rest comes back.
  const opinion = { opinion: 'with-reservations' }
  expect((await fillIn(village, 'auditor', `${at}/opinion`, opinion)).status).toBe(303)
  await done(auditor, `${at}/findings/new`, finding('paper-missing', 'The leaf of May.'))
  // A file that is there is not written over.
  expect((await written()).status).not.toBe(0)
  rmSync(join(folder, 'papers.txt'))
  expect(await written()).toMatchObject(told)
  const again = await bring(village)
  expect(again).toMatch(/^409 .*2 of 3 are written down\./)
  const why = 'The opinion is given: nothing is added any more.'
  expect(again).toContain(`Not taken: A paper is missing. ${why}`)
  const stands = (await auditIn(village)).findings.map(({ findingId }) => findingId)
  expect(stands).toHaveLength(1)
  const there = (await auditor.ask(at)).text
  const ids = [...new Set([...there.matchAll(/findings\/([0-9a-f-]{36})/g)].map(([, id]) => id!))]
  const kept = await Promise.all(
    ids.map((id) => village.needs.store.noteOf(village.fundId, `audit-finding:${id}`)),
  )
  expect(ids).toHaveLength(2)
  expect(kept.filter((text) => text !== undefined)).toEqual(['No key was there.'])
}, 300_000)

test('a laptop without secrets of its own takes no plan, and is told what to set', async () => {
  await planned()
  expect(await run('import', 'archive', 'journal.archive.gz')).toMatchObject(told)
  const opened = await fund(['--db', db, 'audits', 'open', 'audit-plan.json'], { folder })
  expect([opened.status, opened.out]).toEqual([3, ''])
  expect(opened.err).toContain('MODE=live')
}, 300_000)
