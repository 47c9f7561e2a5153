import type { Charter } from '#domain/fund/charter/charter.ts'
import type { RatedProduct } from '#domain/fund/charter/charter.ts'
import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import type { FlagRow, PostingRow } from '#domain/ledger/rows.ts'
import type { Clock, Journal, SubjectRow, ViewChanges } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import type { MemoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { type Recorder, recorder } from '#src/app/record.ts'

/** What every store keeps, whatever it keeps it in. */
export type Everything = MemoryStore

export const officer = { actor: 'officer-1', device: 'device-1' }

/** One instant for every entry, so that two stores can be held against each other. */
export const fixedClock: Clock = () => '2026-06-01T02:00:00.000Z'

/** A UUIDv7 in form; the same for the same number. */
export const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

export const recorderOn = (journal: Journal): Recorder =>
  recorder({ journal, clock: fixedClock, hash: sha256 })

const rate: Record<RatedProduct, string> = { normal: '1.5', seasonal: '1.5', emergency: '0' }

export const charter: Charter = {
  currency: 'KHR',
  households: 60,
  shareValue: 5_000,
  // Many purchases of one member fall on one day here, and none is to be marked.
  sharesPerMeeting: { min: 1, max: 10_000 },
  socialPerMeeting: 500,
  absenceFine: 1_000,
  meetingDay: 20,
  rateMonthlyPercent: rate,
  interestStep: 100,
  instalmentStep: 100,
  provisioning: {
    step: 100,
    classes: [
      { toDays: 30, name: 'standard', percent: '1' },
      { toDays: null, name: 'loss', percent: '100' },
    ],
    reliefExtraPercent: '0',
  },
  ceiling: {
    savingsMultiple: 3,
    ofEquityAndSavingsPercent: 10,
    amountMax: 2_000_000,
    emergencyMax: 200_000,
    emergencyMonthsMax: 3,
  },
  quorumPercent: 60,
  boxMax: 5_000_000,
}

export const founding = (n: number, cash = 1_000_000): Command => ({
  type: 'FoundFund',
  id: idOf(n),
  v: 1,
  effectiveOn: '2026-01-01',
  villageCode: '99999901',
  charter,
  opening: { cash, provision: 0, social: 0, reserve: cash, windows: [] },
})

export const memberId = (n: number): string => `member-${n}`

export const admission = (n: number, member: number): Command => ({
  type: 'AdmitMember',
  id: idOf(n),
  v: 1,
  effectiveOn: '2026-01-01',
  memberId: memberId(member),
  card: `ក${member}`,
  sex: member % 2 === 0 ? 'f' : 'm',
  zone: 'ទន្លេ',
  isFormer: false,
})

export const shares = (n: number, member: number, count = 2): Command => ({
  type: 'BuyShares',
  id: idOf(n),
  v: 1,
  effectiveOn: '2026-01-20',
  memberId: memberId(member),
  shares: count,
})

type Draft = Partial<JournalRow> & { readonly fundId: string }

/** Rows of one fund in order, each sealed over the one before it. */
export const sealedRows = (drafts: readonly Draft[], after?: JournalRow): JournalRow[] => {
  const rows: JournalRow[] = []
  for (const draft of drafts) {
    const last = rows.at(-1) ?? after
    const seq = (last?.seq ?? 0) + 1
    const row = {
      seq,
      id: idOf(seq),
      type: 'ExpensePaid',
      v: 1,
      effectiveOn: '2026-01-20',
      recordedAt: fixedClock(),
      recordedBy: officer.actor,
      device: officer.device,
      commandHash: sha256(`command ${seq}`),
      reverses: undefined,
      data: '{"flags":[],"postings":[]}',
      prevHash: last?.hash ?? '',
      ...draft,
    }
    rows.push({ ...row, hash: sha256(canonicalEntry(row)) })
  }
  return rows
}

export const noChanges: ViewChanges = { postings: [], flags: [], subjects: [] }

export const postingRow = (row: Partial<PostingRow>): PostingRow => ({
  seq: 1,
  line: 0,
  entryType: 'ExpensePaid',
  effectiveOn: '2026-01-20',
  account: 'asset:cash-box',
  currency: 'KHR',
  on: '2026-01-20',
  amount: 100,
  ...row,
})

export const flagRow = (row: Partial<FlagRow>): FlagRow => ({
  seq: 1,
  flag: 'overpaid',
  entryType: 'RepaymentRecorded',
  effectiveOn: '2026-01-20',
  subject: 'loan:loan-1',
  ...row,
})

export const subjectRow = (row: Partial<SubjectRow>): SubjectRow => ({
  kind: 'member',
  key: 'member-1',
  data: '{}',
  ...row,
})

/** All that a store answers about a fund. */
export const everythingOf = async (store: Everything, fundId: string) => ({
  rows: await store.read(fundId, 0, 100_000),
  subjects: await store.subjects(fundId),
  balances: await store.balances(fundId),
  postings: await store.postings(fundId, {}),
  flags: await store.flags(fundId),
  notes: [...(await store.of(fundId))].toSorted(([a], [b]) => (a < b ? -1 : 1)),
})

/** What is wrong with a fund's chain, row by row; empty when all hashes cover the row before. */
export const chainFaults = (rows: readonly JournalRow[]): string[] =>
  rows.flatMap((row, i) => {
    const prevHash = rows[i - 1]?.hash ?? ''
    const isSound = row.seq === i + 1 && row.prevHash === prevHash
    return isSound && sha256(canonicalEntry(row)) === row.hash ? [] : [`row ${row.seq}`]
  })
