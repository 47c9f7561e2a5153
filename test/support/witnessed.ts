/** Where a book stood, as the service tells its network; without the envelope. */
export const witnessedOf = (fundId: string) => {
  const hash = 'ab'.repeat(32)
  return {
    type: 'WitnessFund' as const,
    fundId,
    seq: 7,
    entryId: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e01',
    hash,
    recordedAt: '2025-12-31T02:00:00.000Z',
    signature: 'q'.repeat(86),
    from: 7,
    trail: [hash.slice(0, 16)],
  }
}
