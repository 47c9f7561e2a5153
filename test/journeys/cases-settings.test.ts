import { expect, test } from 'vitest'
import { readConfiguration } from '#src/configuration.ts'

const secretOf = (name: string): string => `the-${name}-secret-of-a-village-long-enough-to-be-taken`

const live = {
  MODE: 'live',
  PEPPER: secretOf('pepper'),
  SIGNING_SECRET: secretOf('signing'),
  SUPPORT_SECRET: secretOf('support'),
  BACKUP_SECRET: secretOf('backup'),
}
const cases = secretOf('cases')

const read = (more: object) => readConfiguration({ ...live, ...more })
const faults = (more: object): readonly string[] => {
  const found = read(more)
  return 'faults' in found ? found.faults : []
}
const configured = (more: object) => {
  const found = read(more)
  if ('faults' in found) throw new Error(found.faults.join())
  return found.configuration
}

test('a live service without a secret of its own for cases has none; practice has one that is worth nothing', () => {
  expect(configured({}).CASES_SECRET).toBeUndefined()
  expect(configured({ CASES_SECRET: cases }).CASES_SECRET).toBe(cases)
  expect(configured({ MODE: 'practice' }).CASES_SECRET).toContain('worth nothing')
})

test('the secret of cases is no other secret, of now or of before', () => {
  for (const other of ['PEPPER', 'SIGNING_SECRET', 'SUPPORT_SECRET', 'BACKUP_SECRET'] as const) {
    expect(faults({ CASES_SECRET: live[other] }).join()).toContain('another secret')
    expect(faults({ CASES_SECRET: cases, CASES_SECRET_OLD: live[other] }).join()).toContain(
      'another secret',
    )
  }
  expect(faults({ CASES_SECRET: cases, SUPPORT_SECRET_OLD: cases }).join()).toContain(
    'another secret',
  )
  expect(faults({ CASES_SECRET: cases, MESSAGES_SECRET: cases }).join()).toContain('another secret')
  expect(faults({ CASES_SECRET: cases, CASES_SECRET_OLD: cases }).join()).toContain('of now')
  expect(faults({ CASES_SECRET: 'short' }).join()).toContain('at least 32 characters')
})

test('cases stand in no database of the books, and under no login of theirs', () => {
  const ledger = 'postgres://fund:secret@127.0.0.1:5432/fund'
  const asked = { CASES_SECRET: cases, DATABASE_URL: ledger }
  expect(faults(asked).join()).toContain('CASES_DATABASE_URL must be set')
  for (const shared of [
    ledger,
    'postgres://fund:secret@127.0.0.1/cases',
    'postgres://cases:other@127.0.0.1/fund',
  ]) {
    const found = faults({ ...asked, CASES_DATABASE_URL: shared }).join()
    expect(found).toContain('another database')
    expect(found).not.toContain('secret@')
  }
  expect(
    faults({ ...asked, CASES_DATABASE_URL: 'postgres://cases:other@127.0.0.1/cases' }),
  ).toEqual([])
  expect(
    faults({ ...asked, CASES_DATABASE_URL: 'postgres://cases:other@db.example.org/cases' }).join(),
  ).toContain('sslmode=verify-full')
  expect(
    faults({
      CASES_SECRET: cases,
      DATABASE_URL: 'sqlite:./data/fund.db',
      CASES_DATABASE_URL: 'sqlite:./data/fund.db',
    }).join(),
  ).toContain('another database')
})
