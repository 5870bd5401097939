/** Runs the works of one key one after another, those of different keys side by side. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>

/** Makes an `InTurn`. A work that fails fails its own promise only; the next one still runs. */
export function inTurn(): InTurn {
  const tails = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const turn = (tails.get(key) ?? Promise.resolve()).then(work)
    const tail = turn
      .catch(() => undefined)
      .then(() => {
        if (tails.get(key) === tail) tails.delete(key)
      })
    tails.set(key, tail)
    return turn
  }
}
