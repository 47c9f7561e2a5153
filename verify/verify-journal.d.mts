/** An entry as an archive or the journal feed writes it; what is not text or a number does not hold. */
export type WrittenEntry = Readonly<Record<string, unknown>>

/** What of an archive or of pages is checked: its entries and, of an archive, where it says that it ends. */
export type WrittenJournal = {
  readonly head?: { readonly seq: number; readonly hash: string } | undefined
  readonly entries: readonly WrittenEntry[]
}

/**
 * Every fault of a journal, one sentence each, held against receipts and heads that others kept, one line each.
 * `until` is the last entry that they vouch for. Throws where there is nothing to check, or what was kept is not readable.
 */
export function check(
  journals: readonly WrittenJournal[],
  lines: readonly string[],
  keyText?: string,
): { readonly faults: string[]; readonly until: number; readonly entries: readonly WrittenEntry[] }
