import * as Y from 'yjs'
import { z } from 'zod'
import type { Id } from '../model/schema'
import { rowSchema } from './database'

// What tabs that have the same map open tell each other.
const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const Message = z.discriminatedUnion('kind', [
  /** "This is what I know": the others send what is missing. An answer is not answered again. */
  z.object({ kind: z.literal('hello'), knows: Bytes, isAnswer: z.boolean(), schema: z.number() }),
  z.object({ kind: z.literal('update'), bytes: Bytes, isStored: z.boolean(), schema: z.number() }),
  z.object({ kind: z.literal('deleted'), schema: z.number() }),
])
type Message = z.infer<typeof Message>

/** Marks what another tab sent and has stored: it needs no saving here. */
export const fromTabStored = Symbol('from another tab, stored')
/** Marks what another tab sent and could not store, or may not have: it is saved here too. */
export const fromTabUnstored = Symbol('from another tab, not stored')

/** The link of one open map with the same map in other tabs. */
export interface Tabs {
  /** Lets in what was said since joining, and catches up. Until then the document is left alone. */
  start(): void
  /** Sends an update, and whether it is in storage already. */
  send(bytes: Uint8Array, isStored: boolean): void
  /** Asks the others for what is missing here, and offers what is missing there. */
  catchUp(): void
  close(): void
}

/** What other tabs can say beyond what goes into the document. */
export interface TabNews {
  onDeleted(): void
  /** A newer app has this map open. */
  onNewer(): void
}

/** Joins the tabs that have this map open. What they send goes into the document. */
export function joinTabs(map: Id, yDoc: Y.Doc, news: TabNews): Tabs {
  if (typeof BroadcastChannel === 'undefined') {
    return { start: () => {}, send: () => {}, catchUp: () => {}, close: () => {} }
  }
  const channel = new BroadcastChannel(channelName(map))
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const { data: message } = Message.safeParse(data)
    if (message && early) early.push(message)
    else if (message) hear(message)
  }
  let early: Message[] | null = []

  function hear(message: Message) {
    if (message.schema > rowSchema) news.onNewer()
    else if (message.kind === 'deleted') news.onDeleted()
    else if (message.kind === 'update') take(message.bytes, message.isStored)
    else {
      post({ kind: 'update', bytes: Y.encodeStateAsUpdate(yDoc, message.knows), isStored: false })
      if (!message.isAnswer) greet(true)
    }
  }

  function take(bytes: Uint8Array, isStored: boolean) {
    try {
      Y.applyUpdate(yDoc, bytes, isStored ? fromTabStored : fromTabUnstored)
    } catch {
      // Not an update. The tab that sent it has it stored, or will say hello again.
      return
    }
    // It rests on something we have missed.
    if (yDoc.store.pendingStructs) greet(false)
  }

  const greet = (isAnswer: boolean) =>
    post({ kind: 'hello', knows: Y.encodeStateVector(yDoc), isAnswer })

  function post(message: Unversioned<Message>) {
    channel.postMessage({ ...message, schema: rowSchema })
  }

  return {
    start() {
      const messages = early ?? []
      early = null
      for (const message of messages) hear(message)
      greet(false)
    },
    send: (bytes, isStored) => post({ kind: 'update', bytes, isStored }),
    catchUp: () => greet(false),
    close: () => channel.close(),
  }
}

type Unversioned<M> = M extends unknown ? Omit<M, 'schema'> : never

/** Tells the tabs that have this map open that it was deleted. */
export function tellDeleted(map: Id): void {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(channelName(map))
  channel.postMessage({ kind: 'deleted', schema: rowSchema } satisfies Message)
  channel.close()
}

const channelName = (map: Id) => `counterpoint map ${map}`
