/** Where a case asks funds for something, and where the trade that comes of it is written down. */
export const bridgePath = {
  support: (code: string): string => `/cases/support/${code}`,
  ask: (code: string): string => `/cases/support/${code}/ask`,
  takeBack: (code: string, item: string): string => `/cases/support/${code}/${item}/take-back`,
  costs: (code: string): string => `/cases/costs/${code}`,
  tellFee: (code: string): string => `/cases/costs/${code}/tell`,
  takeFeeBack: (code: string, item: string): string => `/cases/costs/${code}/${item}/take-back`,
  book: (code: string): string => `/cases/book/${code}`,
  write: (code: string, command: string): string => `/cases/of/${code}/${command}`,
  handOver: '/cases/hand-over',
} as const

/** Where researchers’ requests stand, and where a case gives its answers. */
export const researchPath = {
  all: '/cases/research',
  release: '/cases/research/new',
  dictionary: '/cases/research/columns',
  make: (research: string): string => `/cases/research/${research}/make`,
  extract: (research: string): string => `/cases/research/${research}/table`,
  give: (code: string): string => `/cases/give/${code}`,
  takeBack: (code: string, item: string): string => `/cases/give/${code}/${item}/take-back`,
} as const
