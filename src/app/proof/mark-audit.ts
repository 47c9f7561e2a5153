import type { MarkFault, Marked } from '#domain/access/marks.ts'
import type { Found } from '#src/app/proof/audit-chain.ts'

const journals: readonly string[] = ['entry', 'network_entry']

/** How the fault of a journal is told: at its entry, like every other one. */
const ofJournal = ({ key, fault }: MarkFault, found: Found): void => {
  const row = key === '' ? undefined : { seq: Number(key), id: '' }
  found(row, 'journal', fault === 'not-ours' ? 'mark' : 'count')
}

/**
 * Rows of people, the log, and where journals end, against the marks that this service gave them. It finds nothing where
 * the store was given no key.
 */
export const auditMarks = async (
  store: Pick<Marked, 'markFaults'>,
  scope: string,
  found: Found,
): Promise<void> => {
  for (const fault of await store.markFaults(scope)) {
    const { kind, key, fault: what } = fault
    if (journals.includes(kind)) ofJournal(fault, found)
    else found(undefined, `${kind} ${key}`.trim(), what === 'not-ours' ? 'mark' : 'count')
  }
}
