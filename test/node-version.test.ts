import { expect, test } from 'vitest'

test('the house runs on Node 24 or newer', () => {
  const major = Number(process.versions.node.split('.')[0])
  expect(
    major,
    `this is Node ${process.versions.node}: run \`npm ci\` with install scripts allowed, ` +
      'so that it brings Node 24 along, and start everything through npm scripts',
  ).toBeGreaterThanOrEqual(24)
})
