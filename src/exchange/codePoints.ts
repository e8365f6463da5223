/**
 * Counts the code points before each UTF-16 offset of a text: what the selectors of other programs count in.
 *
 * The text is walked once; each question after that halves its way through the characters of two units. An offset within
 * such a character counts to its end.
 */
export function codePointsOf(text: string): (offset: number) => number {
  const pairs: number[] = []
  for (let at = 0; at + 1 < text.length; at++)
    if (isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1))) pairs.push(at++)
  return (offset) => {
    let [low, high] = [0, pairs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[middle] as number) + 1 < offset) low = middle + 1
      else high = middle
    }
    return offset - low
  }
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
