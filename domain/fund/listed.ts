/** A fund as lists tell it: what its people call it, and the summary that its last entry left; none before its first one of this version. */
export type ListedFund = {
  readonly fundId: string
  /** The network's own row about it. */
  readonly data: string
  readonly name: string | undefined
  readonly summary: string | undefined
}

export type PlaceInJournal = { readonly fundId: string; readonly seq: number }

/** What lists of a network's funds are made from. */
export interface NetworkLists {
  /** The network's funds in the order of their ids, by one question however many there are. */
  networkFunds(networkId: string): Promise<readonly ListedFund[]>
  /** The hashes that journals of funds have at these places, by fund; none where there is no such entry. */
  hashesAt(places: readonly PlaceInJournal[]): Promise<ReadonlyMap<string, string>>
}
