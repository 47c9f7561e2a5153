/** In which forms a fund's books are carried out by the API. */
export const exportForms = ['hledger', 'beancount', 'xlsx', 'csv', 'jsonl', 'evidence'] as const

export type ExportForm = (typeof exportForms)[number]

export const isExportForm = (name: string): name is ExportForm =>
  exportForms.some((form) => form === name)
