/** What running the book costs in a year, for whoever has to pay it. */
export const cost = {
  heading: 'What it costs in a year',
  funds: 'How many funds',
  members: 'Members of each fund',
  count: 'Count it',
  fault: 'Write whole numbers: 1 to 10000 funds, 1 to 1000 members. Below stand the usual ones.',
  work: (funds: string, members: string) => `In a year, with ${funds} × ${members} members:`,
  entries: (count: string) => `${count} lines of the book`,
  requests: (count: string) => `${count} pages and lines asked for`,
  cpu: (count: string) => `${count} seconds of work of a computer`,
  storage: (count: string) => `${count} megabytes more to keep`,
  host: 'Where it runs',
  each: 'One fund, a year',
  all: 'All together, a year',
  host_board: 'A small computer in each village',
  host_server: 'One server, everything in one file',
  host_database: 'A server and a database of a provider',
  host_workers: 'No server: Cloudflare Workers',
  dated:
    'Prices as they were published and read on 1 December 2026. The paper docs/cost.md names each source and how it is counted. Ask your provider before you decide.',
  without:
    'People, phones, network, paper and messages are not in it. They cost more than the computer.',
}
