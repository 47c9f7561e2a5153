import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FindingCode } from '#domain/health/finding.ts'
import type { CommitteeTask } from '#domain/health/tasks.ts'
import type { FundViews } from '#domain/ports.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { Head } from '#src/app/heads.ts'
import { entriesKnownAt } from '#src/app/known-at.ts'
import {
  type ExportNeeds,
  type ExportedStore,
  exportArchive,
} from '#src/exchange/archive/export.ts'
import type { ByteSource } from '#src/exchange/archive/lines.ts'
import { archivePart } from '#src/exchange/evidence/manifest.ts'
import { findingsInWords } from '#src/exchange/fund-reports.ts'
import { type WorkbookWords, listsAsWorkbook } from '#src/exchange/list-files.ts'

type EvidenceNeeds = ExportNeeds & { readonly store: ExportedStore & FundViews }

/** How the workbook and the findings of a pack are said. */
type EvidenceWords = WorkbookWords & {
  readonly say: (code: FindingCode) => string
  readonly sayTask: (task: CommitteeTask) => string
}

type EvidenceSource = {
  readonly fundId: string
  readonly book: FundBook
  readonly asOf: LocalDate
}

/** The parts of a pack by their names, each made when it is read, and the entry that they end in. */
type EvidenceParts = {
  readonly head: Head
  readonly parts: readonly { readonly name: string; readonly bytes: ByteSource }[]
}

async function* made(make: () => Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await make()
}

/**
 * What is in a pack but its manifest: journal, books and findings. Words beside the journal can name somebody and be
 * erased: none is in it. Undefined where there is no such fund; reading the journal throws `ExportStopped` where it
 * does not hold. The caller sees to it that nothing is recorded before the last part was read (`atOneHead`).
 */
export const evidenceParts = async (
  needs: EvidenceNeeds,
  { fundId, book, asOf }: EvidenceSource,
  words: EvidenceWords,
): Promise<EvidenceParts | undefined> => {
  const { store } = needs
  const archive = await exportArchive(needs, fundId, { journalAlone: true })
  if (!archive) return undefined
  const workbook = async (): Promise<Uint8Array> => {
    const { entries } = await entriesKnownAt(store, fundId, undefined)
    const postings = await store.postings(fundId, {})
    const asked = { book, asOf, knownAt: null, notes: new Map(), postings, entries }
    return listsAsWorkbook(asked, words)
  }
  const findings = async (): Promise<Uint8Array> =>
    new TextEncoder().encode(`${JSON.stringify(findingsInWords(book, asOf, words), null, 2)}\n`)
  return {
    head: archive.header.head,
    parts: [
      { name: 'books.xlsx', bytes: made(workbook) },
      { name: 'findings.json', bytes: made(findings) },
      { name: archivePart, bytes: archive.bytes },
    ],
  }
}
