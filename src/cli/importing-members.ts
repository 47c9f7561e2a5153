import type { Command } from 'commander'
import { addSheetImport } from '#src/cli/importing-sheet.ts'
import { importMembers } from '#src/exchange/members-sheet/import.ts'

export const addMembersImport = (importing: Command): void =>
  addSheetImport(importing, {
    name: 'members',
    description: 'members with their savings and loans on the first day',
    take: importMembers,
    told: ({ members, savings, loans, loansOwed }) => ({
      sums: `${members} members, savings of ${savings}, ${loans} loans with ${loansOwed} left.`,
      more: [],
    }),
  })
