import { describe, expect, test } from 'vitest'
import { note } from '#src/app/activity.ts'
import { bodyOf, codeOf, desk, loginOf } from '#test/http/identity/desk.ts'

type Line = {
  activityId: string
  actor: string
  card: string | null
  action: string
  subject: string
  outcome: string
}
type Page<Row> = { items: Row[]; nextCursor: string | null }

describe('the log of a fund', () => {
  test('it is read backwards, page by page, and no line is missed or read twice', async () => {
    const its = await desk()
    const { needs, fundId } = its
    const subject = `member:${needs.ids()}`
    for (let i = 0; i < 23; i += 1)
      await note(needs, {
        scope: fundId,
        actor: 'a',
        device: 'd',
        action: 'read-member',
        subject,
        outcome: 'done',
      })
    const token = await its.as('chair')
    const all: Line[] = []
    let query = `limit=5&subject=${subject}`
    for (;;) {
      const response = await its.ask(`/v1/funds/${fundId}/log?${query}`, { token })
      const { items, nextCursor } = await bodyOf<Page<Line>>(response)
      all.push(...items)
      if (nextCursor === null) break
      expect(items).toHaveLength(5)
      query = `limit=5&subject=${subject}&cursor=${nextCursor}`
    }
    expect(all).toHaveLength(23)
    const ids = all.map(({ activityId }) => activityId)
    expect(ids).toEqual([...new Set(ids)].toSorted().toReversed())
  })

  test('it tells the card behind an officer, never a login, and the reading of it stands first', async () => {
    const its = await desk()
    const { needs, fundId, networkId } = its
    const userId = await its.userIdOf('chair')
    const [own] = await needs.store.memberships(networkId, userId)
    const member = await needs.store.subject(fundId, 'member', own!.memberId)
    const { card } = JSON.parse(member!.data) as { card: string }
    for (const door of ['chair', 'auditor'] as const) {
      const token = await its.as(door)
      const response = await its.ask(`/v1/funds/${fundId}/log?limit=1`, { token })
      const text = await response.text()
      const [line] = (JSON.parse(text) as Page<Line>).items
      expect(line).toMatchObject({
        actor: await its.userIdOf(door),
        card: door === 'chair' ? card : null,
        action: 'read-log',
        outcome: 'read',
      })
      expect(text).not.toContain(loginOf(door))
    }
  })
})

describe('who reads the log of a fund', () => {
  test('households do not read it, and people from elsewhere do not find it', async () => {
    const its = await desk()
    const path = `/v1/funds/${its.fundId}/log`
    expect(await codeOf(await its.ask(path))).toBe('401 not-signed-in')
    for (const [door, code] of [
      ['household', '403 not-allowed'],
      ['administrator', '404 not-found'],
      ['migration-worker', '404 not-found'],
    ] as const)
      expect(await codeOf(await its.ask(path, { token: await its.as(door) }))).toBe(code)
    const elsewhere = `/v1/funds/${its.needs.ids()}/log`
    expect(await codeOf(await its.ask(elsewhere, { token: await its.as('chair') }))).toBe(
      '404 not-found',
    )
  })

  test.each([
    'subject=member:M01',
    'subject=user:0',
    'subject=',
    'actor=chair',
    'limit=-1',
    'cursor=x',
  ])('asked with %s it cannot be read', async (query) => {
    const its = await desk()
    const token = await its.as('chair')
    const response = await its.ask(`/v1/funds/${its.fundId}/log?${query}`, { token })
    expect(await codeOf(response)).toBe('400 invalid-request')
  })
})

describe('who looked at me', () => {
  type Own = { action: string; by: string; roles: string[]; subject: string }

  test('a household sees who looked at her and at her loans, by office, and nobody else’s lines', async () => {
    const its = await desk()
    const { needs, fundId } = its
    const card = (await needs.store.cards(fundId)).at(-1)!
    const loan = (await needs.store.subjects(fundId))
      .filter(({ kind }) => kind === 'loan')
      .map(({ key, data }) => ({
        key,
        memberId: (JSON.parse(data) as { memberId: string }).memberId,
      }))
    const hers = loan.find(({ memberId }) => memberId === card.memberId)!
    const others = loan.find(({ memberId }) => memberId !== card.memberId)!
    const looked = async (door: string, subject: string) =>
      note(needs, {
        scope: fundId,
        actor: await its.userIdOf(door),
        device: its.deviceId,
        action: 'read-loan',
        subject,
        outcome: 'done',
      })
    await looked('record-keeper', `loan:${hers.key}`)
    await looked('auditor', `member:${card.memberId}`)
    await looked('record-keeper', `loan:${others.key}`)
    await looked('record-keeper', `member:${others.memberId}`)
    const token = await its.as('household')
    const response = await its.ask(`/v1/funds/${fundId}/log/own`, { token })
    const text = await response.text()
    const { items } = JSON.parse(text) as Page<Own>
    expect(items.map(({ by, roles, subject }) => [by, roles, subject])).toEqual([
      ['self', [], `member:${card.memberId}`],
      ['somebody', ['auditor'], `member:${card.memberId}`],
      [
        'somebody',
        expect.arrayContaining(['household-member', 'record-keeper']),
        `loan:${hers.key}`,
      ],
    ])
    for (const door of ['record-keeper', 'auditor']) {
      expect(text).not.toContain(await its.userIdOf(door))
      expect(text).not.toContain(loginOf(door))
    }
    expect(text).not.toContain(its.deviceId)
  })
})

describe('all who looked at me', () => {
  test('lines about her and her loans come in one order, page by page', async () => {
    const its = await desk()
    const { needs, fundId } = its
    const { memberId } = (await needs.store.cards(fundId)).at(-1)!
    const loans = (await needs.store.subjects(fundId)).filter(
      ({ kind, data }) =>
        kind === 'loan' && (JSON.parse(data) as { memberId: string }).memberId === memberId,
    )
    for (let i = 0; i < 9; i += 1)
      for (const subject of [`member:${memberId}`, `loan:${loans[0]!.key}`])
        await note(needs, {
          scope: fundId,
          actor: 'a',
          device: 'd',
          action: 'read-loan',
          subject,
          outcome: 'done',
        })
    const token = await its.as('household')
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: string = cursor === '' ? 'limit=4' : `limit=4&cursor=${cursor}`
      const response = await its.ask(`/v1/funds/${fundId}/log/own?${query}`, { token })
      const page: Page<Line> = await bodyOf<Page<Line>>(response)
      seen.push(...page.items.map(({ activityId }) => activityId))
      cursor = page.nextCursor
    }
    // Reading the pages writes lines too, but never into a page that is behind.
    expect(seen).toEqual([...new Set(seen)].toSorted().toReversed())
    expect(seen).toHaveLength(19)
  })

  test('an auditor, who is no member, has no such list', async () => {
    const its = await desk()
    const token = await its.as('auditor')
    const response = await its.ask(`/v1/funds/${its.fundId}/log/own`, { token })
    expect(await codeOf(response)).toBe('403 not-allowed')
  })
})

test('the network’s log is for its administrators, and holds nothing of a fund', async () => {
  const its = await desk()
  await its.ask(`/v1/funds/${its.fundId}/log`, { token: await its.as('chair') })
  const path = `/v1/networks/${its.networkId}/log`
  const token = await its.as('administrator')
  const { items } = await bodyOf<Page<Line>>(await its.ask(path, { token }))
  expect(items[0]).toMatchObject({ action: 'read-network-log', outcome: 'read' })
  expect(items.map(({ action }) => action)).not.toContain('read-log')
  expect(await codeOf(await its.ask(path, { token: await its.as('auditor') }))).toBe(
    '403 not-allowed',
  )
})
