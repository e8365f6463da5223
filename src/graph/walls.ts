import { type Box, bottom, right } from './geometry'

const wide = 128
const high = 256
/** How far from a card's edge a line keeps. */
const clear = 3

/** The boxes a line must not run under, found by place: each costs what lies around it, not what there is. */
export class Walls {
  private readonly cells = new Map<string, Box[]>()

  constructor(boxes: Iterable<Box>) {
    for (const box of boxes)
      for (let column = Math.floor(box.x / wide); column * wide < right(box); column++)
        for (let row = Math.floor(box.y / high); row * high < bottom(box); row++) {
          const cell = this.cells.get(`${column} ${row}`)
          if (cell) cell.push(box)
          else this.cells.set(`${column} ${row}`, [box])
        }
  }

  /** The boxes between two sides that lie around a height. */
  near(left: number, far: number, y: number): Box[] {
    const found: Box[] = []
    const middle = Math.floor(y / high)
    for (let column = Math.floor(left / wide); column * wide < far; column++)
      for (let row = middle - 1; row <= middle + 1; row++)
        for (const box of this.cells.get(`${column} ${row}`) ?? [])
          if (box.x < far && right(box) > left) found.push(box)
    return found
  }

  /** Whether a level line between two sides runs clear of every box. */
  isFree(left: number, far: number, y: number): boolean {
    return this.near(left, far, y).every((box) => y <= box.y - clear || y >= bottom(box) + clear)
  }
}
