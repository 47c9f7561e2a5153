import { expect, test } from 'vitest'
import { auditTests, resultOf } from '#domain/network/audits/audit.ts'
import { auditIn, fillIn, plan, read, seenAsBooked } from '#test/http/audits/steps.ts'
import { type Practice, practice } from '#test/support/service.ts'

const dayMs = 24 * 60 * 60 * 1000

const at = (village: Practice, auditId: string): string =>
  `/funds/${village.fundId}/audits/${auditId}`

const raise = async (village: Practice, auditId: string, weight = 'serious') => {
  const sent = await fillIn(village, 'auditor', `${at(village, auditId)}/findings/new`, {
    kind: 'passbook-differs',
    weight,
    test: 'passbook',
    of: 'M07',
    amount: '5000',
    replyBy: village.needs.today(),
    words: 'The leaf of May is torn out.',
  })
  expect(sent.status, sent.page).toBe(303)
  return (await auditIn(village)).findings.at(-1)!.findingId
}

test('an audit goes from the plan to the opinion, and its report says all of it', async () => {
  const village = await practice()
  const { auditId, fundId, head } = await plan(village)
  for (const kind of auditTests) {
    const path = `${at(village, auditId)}/tests/${kind}`
    const fields = seenAsBooked(await read(village, 'auditor', `${path}?lang=en`))
    expect(Object.keys(fields).length, kind).toBeGreaterThan(0)
    const sent = await fillIn(village, 'auditor', path, fields)
    expect(sent.status, `${kind} ${sent.page}`).toBe(303)
  }
  const { tests } = await auditIn(village)
  expect(tests.map((one) => [one.test, resultOf(one)])).toEqual(
    auditTests.map((kind) => [kind, 'agrees']),
  )
  const findingId = await raise(village, auditId)
  const finding = `${at(village, auditId)}/findings/${findingId}`

  // The fund has not answered, and its two weeks are not over.
  const early = await fillIn(village, 'auditor', `${finding}/close`, { how: 'mended' })
  expect([early.status, early.page]).toEqual([
    409,
    expect.stringContaining('The fund has not answered yet'),
  ])
  const reply = { reply: 'agreed', mendBy: '31/1/2026', words: 'We glue it in again.' }
  expect((await fillIn(village, 'chair', `${finding}/reply`, reply)).status).toBe(303)
  const open = { how: 'not-mended', again: '1/3/2026' }
  expect((await fillIn(village, 'auditor', `${finding}/close`, open)).status).toBe(303)
  const look = await fillIn(village, 'auditor', `${finding}/look`, { seen: 'mended' })
  expect(look.status, look.page).toBe(303)
  const given = await fillIn(village, 'auditor', `${at(village, auditId)}/opinion`, {
    opinion: 'with-reservations',
    words: 'Seen for two days.',
  })
  expect(given.status, given.page).toBe(303)

  const { opinion } = await auditIn(village)
  expect(opinion?.head).toEqual(head)
  const english = await read(village, 'auditor', `${at(village, auditId)}/report?lang=en`)
  for (const said of [
    'It does, but for the findings',
    head.hash,
    'This entry is in the book now, as it was then.',
    'One person saw all of it and gave the opinion.',
    'A passbook differs',
    'M07',
    'The leaf of May is torn out.',
    'We glue it in again.',
    'It is mended now',
    'Seen for two days.',
  ])
    expect(english).toContain(said)
  const khmer = await read(village, 'chair', `${at(village, auditId)}/report?lang=km`)
  for (const said of ['ពិត លើកលែងតែអ្វីដែលរកឃើញ', head.hash, 'M07']) expect(khmer).toContain(said)
  // Nothing of it is about somebody by name.
  const entries = await village.needs.store.networks.read(village.networkId, 0, 1000)
  expect(JSON.stringify(entries)).not.toContain('torn out')
  expect(fundId).toBe(village.fundId)
})

test('what somebody tells as the book’s figure is held against the book', async () => {
  const village = await practice()
  const { auditId, head } = await plan(village)
  const token = await village.as('auditor')
  const command = {
    id: village.needs.ids(),
    v: 1,
    effectiveOn: village.needs.today(),
    type: 'RecordAuditTest',
    fundId: village.fundId,
    auditId,
    test: 'box-count',
    head,
    rows: [{ of: 'box', what: 'cash', currency: 'KHR', book: 5, seen: 5 }],
  }
  const path = `/v1/networks/${village.networkId}/commands`
  const answer = await village.ask(path, { token, json: { commands: [command] } })
  expect(await answer.json()).toMatchObject({ answers: [{ outcome: 'recorded' }] })
  const page = await read(village, 'auditor', `${at(village, auditId)}?lang=en`)
  expect(page).toMatch(/Figures are told as the book’s that the book does not say[^<]* 1</)
  // A head that is in no book is not taken at all.
  const none = { ...command, id: village.needs.ids(), head: { seq: 1, hash: '9f'.repeat(32) } }
  const other = await village.ask(path, { token, json: { commands: [none] } })
  expect(await other.json()).toMatchObject({ answers: [{ code: 'head-not-in-book' }] })
})

test('a finding is closed without a reply only when the day for that is over, and the report says so', async () => {
  const village = await practice()
  const { auditId } = await plan(village)
  const findingId = await raise(village, auditId)
  const close = () =>
    fillIn(village, 'auditor', `${at(village, auditId)}/findings/${findingId}/close`, {
      how: 'explained',
    })
  // The finding gave the fund a day; it has two weeks whatever was said.
  village.pass(14 * dayMs)
  expect((await close()).status).toBe(409)
  village.pass(dayMs)
  expect((await close()).status).toBe(303)
  const page = await read(village, 'auditor', `${at(village, auditId)}/report?lang=en`)
  expect(page).toMatch(/Findings were closed without a reply of the fund[^<]* 1</)
})

test('officers hear of an audit once something was seen, and never of what was drawn before it is over', async () => {
  const village = await practice()
  const { auditId, seed } = await plan(village)
  const list = `/funds/${village.fundId}/audits?lang=en`
  expect(await read(village, 'chair', list)).toContain('No audit yet.')
  const token = await village.as('chair')
  expect((await village.ask(at(village, auditId), { token })).status).toBe(404)
  await raise(village, auditId)
  expect(await read(village, 'chair', list)).toContain(auditId)
  // Nor the seed, by which they could draw the same.
  for (const page of ['', '/report'])
    expect(await read(village, 'chair', `${at(village, auditId)}${page}?lang=en`)).not.toContain(
      seed,
    )
  const sealed = await village.ask(`${at(village, auditId)}/report.zip`, {
    token: await village.as('chair'),
  })
  expect(sealed.status).toBe(404)
  const drawn = 'What was drawn'
  expect(await read(village, 'chair', `${at(village, auditId)}?lang=en`)).not.toContain(drawn)
  expect(await read(village, 'chair', `${at(village, auditId)}/report?lang=en`)).not.toContain(
    drawn,
  )
  expect(await read(village, 'auditor', `${at(village, auditId)}?lang=en`)).toContain(drawn)
})

test('cards that were drawn are in no row of a test that officers read before the audit is over', async () => {
  const village = await practice()
  const { auditId } = await plan(village)
  const path = `${at(village, auditId)}/tests/passbook`
  const fields = seenAsBooked(await read(village, 'auditor', `${path}?lang=en`))
  expect((await fillIn(village, 'auditor', path, fields)).status).toBe(303)
  const rows = (await auditIn(village)).tests[0]!.rows
  const cards = [...new Set(rows.map(({ of }) => of))]
  expect(cards.length).toBeGreaterThan(2)
  const seenBy = async (door: 'auditor' | 'chair') => {
    const pages = ['', '/report'].map((page) =>
      read(village, door, `${at(village, auditId)}${page}?lang=en`),
    )
    const text = (await Promise.all(pages)).join()
    return cards.filter((card) => text.includes(`<bdi>${card}`))
  }
  expect(await seenBy('chair')).toEqual([])
  expect(await seenBy('auditor')).toEqual(cards)
  const opinion = `${at(village, auditId)}/opinion`
  expect((await fillIn(village, 'auditor', opinion, { opinion: 'none' })).status).toBe(303)
  expect(await seenBy('chair')).toEqual(cards)
})

test('an opinion that is clean is not given over a grave finding that is open', async () => {
  const village = await practice()
  const { auditId } = await plan(village)
  await raise(village, auditId, 'grave')
  const give = (opinion: string) =>
    fillIn(village, 'auditor', `${at(village, auditId)}/opinion`, { opinion })
  const clean = await give('clean')
  expect([clean.status, clean.page]).toEqual([
    409,
    expect.stringContaining('A grave finding is open'),
  ])
  expect((await give('adverse')).status).toBe(303)
})

test('nobody draws again until it suits: a plan that was given up opens no other one for 30 days', async () => {
  const village = await practice()
  const { auditId } = await plan(village)
  await fillIn(village, 'auditor', `${at(village, auditId)}/cancel`, { why: 'not-reached' })
  const again = () =>
    fillIn(village, 'auditor', `/funds/${village.fundId}/audits/plan`, {
      ...Object.fromEntries(
        village.needs
          .today()
          .split('-')
          .map((part, i) => [['year', 'month', 'day'][i]!, part]),
      ),
      from: '1/1/2025',
    })
  const soon = await again()
  expect([soon.status, soon.page]).toEqual([409, expect.stringContaining('less than 30 days ago')])
  village.pass(30 * dayMs)
  expect((await again()).status).toBe(303)
  const { auditId: second } = await auditIn(village)
  const page = await read(village, 'auditor', `${at(village, second)}?lang=en`)
  expect(page).toMatch(/Earlier plans of the last year were given up[^<]* 1</)
})

test('anybody who types number and hash of an entry is told whether it is in the book', async () => {
  const village = await practice()
  const { head } = await plan(village)
  const ask = (seq: number, hash: string) =>
    read(village, 'auditor', `/funds/${village.fundId}/audits/head?lang=en&seq=${seq}&hash=${hash}`)
  expect(await ask(head.seq, head.hash)).toContain('This entry is in the book now')
  expect(await ask(head.seq - 1, head.hash)).toContain('The book says another thing')
  expect(await ask(head.seq + 1, head.hash)).toContain('The book ends before this entry')
  expect(await ask(1, 'no hash')).toContain('The hash has 64 signs')
})

test('nobody audits a fund that she is a member of', async () => {
  const village = await practice()
  const { needs, networkId, fundId } = village
  const [user] = (await needs.store.users(networkId)).filter(
    ({ login }) => login === 'practice auditor',
  )
  const [member] = JSON.parse(
    JSON.stringify((await needs.store.subjects(fundId)).filter(({ kind }) => kind === 'member')),
  ) as { key: string }[]
  await needs.store.keepMembership({
    networkId,
    fundId,
    userId: user!.userId,
    memberId: member!.key,
  })
  const sent = await fillIn(village, 'auditor', `/funds/${fundId}/audits/plan`, {
    day: '31',
    month: '12',
    year: '2025',
    from: '1/1/2025',
  })
  expect([sent.status, sent.page]).toEqual([
    409,
    expect.stringContaining('You are a member of this fund'),
  ])
})
