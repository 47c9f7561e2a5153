import { expect, test } from 'vitest'
import type { NetworkSubjectRow } from '#domain/ports.ts'
import type { WithStore } from '#test/contract/store-suite.ts'
import { network, otherNetwork } from '#test/contract/people-life.ts'
import {
  everythingOf,
  flagRow,
  idOf,
  noChanges,
  postingRow,
  sealedRows,
} from '#test/contract/village-life.ts'

const drafts = (count: number, fundId = network) =>
  Array.from({ length: count }, () => ({ fundId, type: 'StaffAppointed' }))

const staff = (key: string, data = '{}'): NetworkSubjectRow => ({ kind: 'staff', key, data })

const appendFacts = (withStore: WithStore): void => {
  test(
    'the journal of a network is read as it was written, page by page, and found by its ids',
    withStore(async ({ networks }) => {
      const rows = sealedRows(drafts(203))
      expect(await networks.append(network, rows, noChanges)).toBe('appended')
      expect(await networks.fundIds()).toEqual([network])
      expect(await networks.read(network, 0, 1_000)).toStrictEqual(rows)
      expect(await networks.read(network, 200, 2)).toStrictEqual(rows.slice(200, 202))
      expect(await networks.find(network, [idOf(7), idOf(999), idOf(3)])).toStrictEqual([
        rows[2],
        rows[6],
      ])
    }),
  )

  test(
    'the views of one network are made anew, and those of the others stay',
    withStore(async (store) => {
      const [row] = sealedRows(drafts(1))
      const [other] = sealedRows(drafts(1, otherNetwork))
      const changes = { ...noChanges, subjects: [staff('user-1'), staff('user-2')] }
      await store.networks.append(network, [row!], changes)
      await store.networks.append(otherNetwork, [other!], changes)
      await store.replaceNetwork(network, [staff('user-3')])
      expect(await store.networkSubjects(network)).toEqual([staff('user-3')])
      expect(await store.networkSubjects(otherNetwork)).toEqual(changes.subjects)
    }),
  )

  test(
    'who comes second in the journal of a network is stale, with nothing written',
    withStore(async (store) => {
      const [first, second] = sealedRows(drafts(2))
      const changes = { ...noChanges, subjects: [staff('user-1')] }
      expect(await store.networks.append(network, [second!], changes)).toBe('stale')
      expect(await store.networks.append(network, [first!], noChanges)).toBe('appended')
      expect(await store.networks.append(network, [{ ...second!, id: first!.id }], changes)).toBe(
        'stale',
      )
      expect(await store.networkSubjects(network)).toEqual([])
      const answers = await Promise.all([
        store.networks.append(network, [second!], changes),
        store.networks.append(network, [{ ...second!, id: idOf(9) }], changes),
      ])
      expect(answers.toSorted()).toEqual(['appended', 'stale'])
      expect(await store.networks.read(network, 0, 9)).toHaveLength(2)
    }),
  )
}

const wholeFacts = (withStore: WithStore): void => {
  test(
    'what a network is comes by kind and key, as it stands after the last entry',
    withStore(async (store) => {
      const [first, second] = sealedRows(drafts(2))
      const fund = { kind: 'fund', key: 'fund-a', data: '{}' } as const
      const itself = { kind: 'network', key: 'network', data: '{}' } as const
      const before = [staff('user-2'), itself, staff('user-1'), fund]
      await store.networks.append(network, [first!], { ...noChanges, subjects: before })
      const after = [staff('user-2', '{"until":"2026-12-31"}')]
      await store.networks.append(network, [second!], { ...noChanges, subjects: after })
      expect(await store.networkSubjects(network)).toStrictEqual([
        fund,
        itself,
        staff('user-1'),
        ...after,
      ])
      expect(await store.networkSubjects(otherNetwork)).toEqual([])
    }),
  )

  test(
    'a gap, an id twice or money in the journal of a network writes nothing',
    withStore(async (store) => {
      const [first, second] = sealedRows(drafts(2))
      const changes = { ...noChanges, subjects: [staff('user-1')] }
      const attempts = [
        () => store.networks.append(network, [first!, { ...second!, seq: 3 }], changes),
        () => store.networks.append(network, [first!, { ...second!, id: first!.id }], changes),
        () => store.networks.append(network, [first!, { ...second!, data: '{' }], changes),
        () => store.networks.append(network, [first!], { ...changes, flags: [flagRow({})] }),
        () => store.networks.append(network, [first!], { ...changes, postings: [postingRow({})] }),
      ]
      for (const attempt of attempts) await expect(attempt()).rejects.toThrow()
      expect(await store.networks.fundIds()).toEqual([])
      expect(await store.networkSubjects(network)).toEqual([])
    }),
  )
}

const potFacts = (withStore: WithStore): void => {
  test(
    'the pot of a network is told apart from its people and funds, and is made anew with them',
    withStore(async (store) => {
      const [row] = sealedRows(drafts(1))
      const pot = (['pot-grant', 'pot-move', 'pot-window'] as const).map((kind) => ({
        kind,
        key: 'one',
        data: '{}',
      }))
      const subjects = [staff('user-1'), ...pot]
      await store.networks.append(network, [row!], { ...noChanges, subjects })
      expect(await store.networkSubjects(network)).toEqual([staff('user-1')])
      expect(await store.potSubjects(network)).toEqual(pot)
      expect(await store.potSubjects(otherNetwork)).toEqual([])
      await store.replaceNetwork(network, [staff('user-2'), pot[1]!])
      expect(await store.potSubjects(network)).toEqual([pot[1]])
      expect(await store.networkSubjects(network)).toEqual([staff('user-2')])
    }),
  )
}

const besideFacts = (withStore: WithStore): void => {
  test(
    'audits, those of one fund too, and what is known of agencies are told apart from people, funds and the pot',
    withStore(async (store) => {
      const [row] = sealedRows(drafts(1))
      const of = (kind: NetworkSubjectRow['kind'], key: string) => ({ kind, key, data: '{}' })
      const audits = ['fund-a 1', 'fund-b 1', 'fund-b2 1'].map((key) => of('audit', key))
      const known = [of('party', 'p2'), of('route', 'r1'), of('warning', 'w1'), of('watch', 'o1')]
      const subjects = [...known.toReversed(), staff('user-1'), ...audits, of('pot-move', 'm1')]
      await store.networks.append(network, [row!], { ...noChanges, subjects })
      expect(await store.auditSubjects(network)).toEqual(audits)
      expect(await store.auditSubjects(network, 'fund-b')).toEqual([audits[1]])
      expect(await store.auditSubjects(network, 'fund-c')).toEqual([])
      expect(await store.registerSubjects(network)).toEqual(known)
      expect(await store.networkSubjects(network)).toEqual([staff('user-1')])
      for (const others of [
        await store.auditSubjects(otherNetwork),
        await store.registerSubjects(otherNetwork),
      ])
        expect(others).toEqual([])
    }),
  )
}

const listFacts = (withStore: WithStore): void => {
  test(
    'all funds of a network are listed by one question, with their names and what their last entry left',
    withStore(async (store) => {
      const [row] = sealedRows(drafts(1))
      const fund = (key: string) => ({ kind: 'fund' as const, key, data: `{"fundId":"${key}"}` })
      const joined = { ...noChanges, subjects: [fund('fund-b'), fund('fund-a'), staff('user-1')] }
      await store.networks.append(network, [row!], joined)
      await store.keep('fund-b', [
        { subject: 'fund', text: 'ត្រពាំង / Trapeang' },
        { subject: 'loan:1', text: 'a roof' },
      ])
      const entry = (fundId: string) => sealedRows([{ fundId }])[0]!
      const summary = { kind: 'summary' as const, key: 'fund', data: '{"seq":1}' }
      for (const fundId of ['fund-b', 'fund-c'])
        await store.append(fundId, [entry(fundId)], { ...noChanges, subjects: [summary] })
      const [a, b] = ['fund-a', 'fund-b'].map((fundId) => ({
        fundId,
        data: fund(fundId).data,
        name: undefined,
        summary: undefined,
      }))
      expect(await store.networkFunds(network)).toEqual([
        a,
        { ...b, name: 'ត្រពាំង / Trapeang', summary: summary.data },
      ])
      expect(await store.networkFunds(otherNetwork)).toEqual([])
      const places = [
        { fundId: 'fund-b', seq: 1 },
        { fundId: 'fund-c', seq: 2 },
        { fundId: 'fund-a', seq: 1 },
      ]
      expect([...(await store.hashesAt(places))]).toEqual([['fund-b', entry('fund-b').hash]])
      expect(await store.fundIds()).toEqual(['fund-b', 'fund-c'])
      expect(await store.fundIds(1)).toEqual(['fund-b'])
    }),
  )
}

const apartFacts = (withStore: WithStore): void => {
  test(
    'funds and networks do not see each other, not even under one id',
    withStore(async (store) => {
      const changes = { ...noChanges, subjects: [staff('user-1')] }
      await store.networks.append(network, sealedRows(drafts(2)), changes)
      const nothing = { rows: [], subjects: [], balances: [], postings: [], flags: [], notes: [] }
      expect(await everythingOf(store, network)).toEqual(nothing)
      expect(await store.fundIds()).toEqual([])
      expect(await store.viewFundIds()).toEqual([])
      await store.append(network, sealedRows(drafts(1)), noChanges)
      await store.replace(network, noChanges)
      expect(await store.networks.read(network, 0, 9)).toHaveLength(2)
      expect(await store.networkSubjects(network)).toEqual([staff('user-1')])
      await store.networks.append(otherNetwork, sealedRows(drafts(1, otherNetwork)), noChanges)
      expect(await store.networks.fundIds()).toEqual([network, otherNetwork])
    }),
  )
}

/** Journals of networks, and what the networks are after them. */
export const networkFacts = (withStore: WithStore): void => {
  appendFacts(withStore)
  wholeFacts(withStore)
  potFacts(withStore)
  besideFacts(withStore)
  listFacts(withStore)
  apartFacts(withStore)
}
