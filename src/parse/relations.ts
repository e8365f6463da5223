import { AnswerLinks } from './answers'
import type { Origin } from './copies'
import { Discourse } from './discourse'
import { type Link, Links, type Read } from './links'
import { Matter } from './matter'
import { Outline } from './outline'
import { Places } from './places'
import { mainPointOf, PostLinks } from './posts'
import type { Said } from './statements'

/** Finds which statements answer, support and clarify which. `at` looks a place up, in this text or another. */
export function findRelations(read: Read, at: (origin: Origin) => Said | null): Link[] {
  const byTurn = new Map<number, Said[]>()
  const places = new Places(read.said)
  for (const one of read.said) {
    const turn = byTurn.get(one.turn)
    if (turn) turn.push(one)
    else byTurn.set(one.turn, [one])
  }
  // Where no line says from where on people comment, the first turn is a post if it says what it argues for.
  const argues =
    read.site.commentsFrom === null && mainPointOf(byTurn.get(0) ?? [])?.rule === 'argues'
  const isPost = (turn: number) => (turn === 0 ? argues || isAbove(0) : isAbove(turn))
  const isAbove = (turn: number) =>
    (read.turns.runs[turn]?.first ?? 0) < (read.site.commentsFrom ?? 0)
  const outline = new Outline(read.cut, read.site)
  const matter = new Matter(read.cut)
  const links = new Links()
  const discourse = new Discourse(read, outline, links, places)
  const posts = new PostLinks(read, outline, matter, discourse, links)
  const context = { read, outline, matter, discourse, links, byTurn, places, at, isPost }
  const answers = new AnswerLinks(context)
  for (const [turn, said] of byTurn)
    if (isPost(turn)) posts.within(said)
    else answers.within(turn, said)
  return links.all()
}
