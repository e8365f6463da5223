// What people say at the edges of what they mean: the words that open an answer, thank, grant, doubt and ask.
// Each pattern is tried on the start of a sentence or on a whole sentence, never on a whole text.

/** Opens by thanking or by saying sorry, as one does when one begins to speak. */
export const opensPolitely =
  /^(?:many |oh,? )?(?:thanks|thank you|thx|my apologies|apologies|sorry|great|i just realized|i (?:stand corrected|hadn(?:'|’)t seen)|great (?:post|comment|question)|nice (?:post|comment)|good (?:point|question|post)|interesting (?:proposal|post|point|idea|comment))\b/i

/** Opens by agreeing. */
export const opensAgreeing =
  /^(?:i (?:strongly |partially |mostly |basically |also |totally |completely |largely )?agree|agreed|yes\b|yep|yeah|yup|right[,.]|true[,.]|fair|good point|exactly|makes sense|that(?:'|’)s (?:fair|right|true)|this is (?:technically |partially |partly |mostly )?(?:true|right|correct|fair)|(?:i think )?(?:you(?:'|’)re|you are) right|seems right|sure[,.])/i

/** Opens by disagreeing. */
export const opensDisagreeing =
  /^(?:i (?:strongly |also |still |partially )?(?:disagree|doubt|object)|(?:in light of th(?:at|is),? )?i(?:'|’)m (?:confused|puzzled|skeptical|sceptical|not (?:sure|convinced|so sure))|i (?:don(?:'|’)t|do not) (?:think|agree|see|buy|believe)|(?:no\b|nope|hm+|huh)|not (?:really|quite|sure|necessarily)|(?:right now )?i think (?:that |this |the )?[^.]{0,60}\b(?:is|are) (?:\w+ )?(?:wrong|mistaken|false|confused)|(?:this|that) (?:is|seems|seem) (?:\w+ )?(?:wrong|false|mistaken)|this (?:\w+ )?(?:seems|isn(?:'|’)t|is not)|that(?:'|’)s not|(?:it|this) (?:doesn(?:'|’)t|does not) (?:seem|look)|why (?:would|can(?:'|’)t|(?:is|are|was) (?:it|this|that|they) (?:not|im))|doesn(?:'|’)t (?:this|that|it)|isn(?:'|’)t (?:this|that|it)|but (?:isn(?:'|’)t|doesn(?:'|’)t|why))/i

/** Opens by saying what was meant. */
export const opensClarifying =
  /^(?:to (?:be clear|clarify)|by [“"'’‘][^”"]{2,120}[”"'’,]+ i (?:mean|meant|didn)|i (?:mean|meant)\b|what i mean|i(?:'|’)m not (?:so much |really )?(?:asking|saying|claiming|arguing|suggesting)|i(?:'|’)m (?:intentionally|explicitly|deliberately) |i(?:'|’)m only (?:saying|claiming)|i (?:didn(?:'|’)t|did not) mean|that(?:'|’)s not what i|it(?:'|’)s not meant|i(?:'|’)m (?:definitely )?not claiming|i (?:will )?use (?:the |“|"|[A-Z]))/i

/** Goes on with what was said before: no new speaker opens so, as a rule. */
export const goesOn =
  /^(?:furthermore|moreover|also|additionally|besides|and|but|or|so|then|therefore|thus|hence|consequently|similarly|likewise|however|indeed|again|for (?:example|instance)|in (?:other words|contrast|addition|particular|short|light of (?!th(?:at|is))|detail|practice|fact|that case|this case|the end)|on the other hand|of course|overall|finally|lastly|next|first(?:ly)?|second(?:ly)?|third(?:ly)?|as a (?:result|consequence)|as (?:mentioned|noted|i said)|that said|now|once|since|because|although|if so|otherwise|instead|relatedly|note that|still|nonetheless|nevertheless|rather|even|yet|meanwhile)\b/i

/** Points back at the block before: "This is", "These", "It", "They". */
export const pointsBack =
  /^(?:this|these|those|that|it|its|it(?:'|’)s|they|them|he|she|such|none of these|neither|both)\b/i

/** Speaks to somebody. */
export const addresses = /\b(?:you|your|yours|yourself|you(?:'|’)(?:re|ve|d|ll))\b/i

/** Speaks of the page's own post from outside. */
export const ofThePost =
  /\b(?:th(?:is|e) (?:post|article|essay|sequence|piece)|the (?:author|op)\b|your (?:post|article|essay|argument|sequence)|that section|this argument)\b/i

/** Speaks as somebody whose words are debated here. */
export const ofMyOwn =
  /\b(?:my (?:post|argument|comment|sequence|section|claim|point|previous|other post|model|paper)|our (?:models?|results|paper|experiments?)|i (?:argued?|wrote|said|linked|specif(?:y|ied)|discuss(?:ed)?|address(?:ed)?|explain(?:ed)?|define[ds]?|describe[ds]?)|i have an? (?:\w+ )?(?:section|paragraph|footnote|appendix|post|comment)|in (?:this|my) (?:post|section))\b/i

/** A sentence that asks. */
export function asks(sentence: string): boolean {
  let last = sentence.length - 1
  while (last >= 0 && `"'”’)]`.includes(sentence[last] as string)) last--
  return sentence[last] === '?'
}

/** Opens as people do when they talk: "Hm", "FWIW", "Oh". */
export const opensTalking =
  /^(?:hm+|mm+|oh|ok(?:ay)?|well|hey|hi|hello|wow|lol|haha|fwiw|fyi|fun fact|nit|tbc|imo|huh|ah|whatever|point taken|my (?:guess|concern|claim|sense|intuition|impression|view|take|understanding))\b/i

/** Opens by calling somebody by name: "topynate: It was only …", "@plex I think". */
export const callsSomebody =
  /^(?:@[\w-]{2,}|[A-Z][\w.]{2,20}(?: [A-Z][\w.]{1,20})?[,:] (?=[A-Z“"]|i ))/

/** Asks for something without a question mark: "I'd be interested to see", "let me know". */
export const requests =
  /\b(?:let me know|curious (?:what|how|if|whether|to)|i(?:'|’)d (?:be|love) (?:\w+ ){0,2}(?:interested|curious|happy|to (?:see|hear|know))|(?:i )?would (?:like|love) (?:that|to (?:see|hear|know)|it if)|please (?:\w+ )?(?:explain|say|tell|expand|elaborate|clarify)|looking forward)\b/i

/** Speaks of what the other has said: "the results you cited", "your definition". */
export const ofTheirWords =
  /\b(?:you(?:(?:'|’)ve| have)? (?:cited?|said|say|talk about|saying|mention(?:ed)?|argued?|claim(?:ed)?|describe[ds]?|suggest(?:ed)?|linked|quoted?|wrote|propose[ds]?)|your (?:\w+ )?(?:points?|arguments?|comments?|claims?|reply|response|questions?|proposals?|definitions?|views?|title|example|hypothetical|thoughts?))\b/i

/** Draws a conclusion from what stands before it. */
export const concludes =
  /^(?:so,? (?!far|much|long|many)|therefore|thus|hence|consequently|it follows|in conclusion)\b/i

/** Grants something first, and then turns: "I agree, … But …". */
export const grants =
  /^(?:i (?:\w+ )?agree|agreed|yes\b|true|fair|sure|(?:it|this)(?:'|’)s true|(?:overall, )?(?:while|although) i)[\s\S]{0,400}\b(?:but|however|though)\b/i

/** A line that brings words in as evidence ("which the paper says:"): what follows need not answer them. */
export const isEvidence = (line: string): boolean =>
  line.endsWith(':') && !addresses.test(line.slice(-30))

/** Opens by judging words that stand right above: "This is technically true", "It depends on what you mean". */
export const judgesAbove =
  /^(?:(?:i think |imo |yeah,? |hm+,? )?(?:this|that|these|it)(?: \w+)? (?:is|are|seems?|sounds?|looks?)(?: (?:\w+ )?(?:technically|partially|probably|basically|plausibly|mostly|roughly|a|an|too|far too|very|quite|not))*(?: (?:\w+ )?(?:true|right|correct|wrong|false|fair|reasonable|plausible|unclear|absurd|strange|simplified|misleading) ?)|it depends on what|by [“"][^”"]{2,80}[”"],? i (?:mean|meant)\b)/i

/** Opens as an answer does. */
export const opensAnswer = new RegExp(
  `${opensAgreeing.source}|${opensDisagreeing.source}|^(?:it depends|(?:yes|no|nope|maybe|possibly|sometimes)\\b|i(?:'|’)m not (?:aware|sure|convinced)|(?:why|how) (?:do|would|is|are) (?:you|this|that)|what do you mean)`,
  'i',
)

/** Points at the words above as such. */
export const ofThisParagraph =
  /\b(?:this|the above|that) (?:paragraph|passage|quote|quotation|sentence|excerpt|part|bit)\b/i

/** Counts a point as the first of several: "First, …", "One reason is …". */
export const countsFirst =
  /^(?:first(?:ly)?\b(?! of all,? (?:thanks|thank))|(?:the|my) first\b|for one(?: thing)?,|one (?:reason|problem|issue|worry|point)\b|on the one hand)/i

/** Counts a point as a later one of several: "Second, …", "Another reason is …". */
export const countsOn =
  /^(?:(?:and )?(?:second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|last(?:ly)?|finally)\b[,:. ]|(?:the|my) (?:second|third|fourth|last|other)\b|(?:a|the) (?:second|third|further) (?:reason|problem|issue|worry|point)\b|another (?:reason|problem|issue|worry|point)\b|on the other hand)/i

/** Gives an example of what stands before it. */
export const givesExample =
  /^(?:(?:but |and )?for (?:example|instance)|as an (?:example|illustration)|to (?:illustrate|give an example)|e\.g\.|(?:an|one|another) example\b|(?:now )?(?:consider|take|imagine|suppose) [^.]{0,60}\bexample\b)/i

/** Leans on what stands right before it, as a reason, a consequence or a closer word for it. */
export const leansBack =
  /^(?:(?:and )?(?:this|these|those|it|they|that(?! said)|such)\b|indeed\b|in fact\b|because\b|since\b|after all\b|in other words\b|that is\b|i\.e\.|(?:in|by) contrast\b|there are also\b|and (?:then|so|yes)\b|as a (?:result|consequence)\b|otherwise\b|if so\b|which\b)/i

/** Sums up what several lines before it say: "None of these …". */
export const sumsUp =
  /^(?:none|all|each|both|either|any) of (?:these|those|them)\b|^(?:in (?:all|each|both) (?:of these |these )?cases|these (?:all|points|examples))\b/i

/** Disagrees somewhere in words that grant. */
export const disagreesToo = /\b(?:i (?:still )?disagree|(?:don(?:'|’)t|do not) (?:\w+ )?agree)\b/i

/** Says what its speaker meant, asked or claimed before. */
export const speaksOfOwnWords =
  /\b(?:i(?:(?:'|’)m| am| was) (?:not|only|just) (?:so much |really |actually )?(?:asking|saying|claiming|arguing|suggesting)|i (?:didn(?:'|’)t|did not) (?:mean|say|claim)|(?:what )?i meant|not what i (?:said|meant|claimed|asked))\b/i

/** Words with common spaces for those that do not break, and as long as before. */
export const plain = (words: string): string =>
  // Hardly any text has one, and looking for a sign is far cheaper than for a pattern.
  words.includes('\u00a0') || words.includes('\u2007') || words.includes('\u202f')
    ? words.replace(/[\u00a0\u2007\u202f]/g, ' ')
    : words

/** Words from the first that is no bracket or mark of emphasis. */
export const unbracketed = (words: string): string => words.replace(/^[([*_\s]+/, '')

/** A question that wants to know something, and does not hint that the answer is known. */
export const wantsToKnow = (sentence: string): boolean =>
  asks(sentence) &&
  /^(?:and |but |so |or |also,? )?(?:what|which|who|whom|whose|where|when|how|do|does|did|is|are|was|were|can|could|will|would|have|has|should|any|in what|on what|to what)\b(?! not\b)/i.test(
    sentence,
  )

/** Turns to another point within a paragraph: "Separately, …". */
export const turnsToAnother =
  /^(?:also, separately|separately,|on (?:a|an) (?:different|separate|unrelated|other) (?:note|point|topic|matter)|(?:a|my) (?:separate|different|second) (?:point|issue|problem|question|worry|objection)\b|another (?:problem|issue|objection|worry|point|reason)\b)/i

/** Turns away from what was granted: "That said, …". */
export const turnsAway =
  /^(?:(?:with |having said )?that(?: being)? said\b|having said that\b|nevertheless\b|nonetheless\b)/i

/** Grants something without turning in the same breath. */
export const grantsInFull =
  /^(?:i (?:\w+ )?agree|agreed\b|you(?:(?:'|’)re| are) right|(?:that|this)(?:(?:'|’)s| is) (?:true|right|fair|a (?:good|fair) point)|(?:good|fair) point|fair enough)(?![^.!?]*\b(?:but|however|though)\b)/i

/** Denies that a reason bears on what it is given for, whether or not it is true. */
export const deniesBearing =
  /\b(?:(?:doesn(?:'|’)t|does not|don(?:'|’)t|do not|wouldn(?:'|’)t) (?:actually |really |by itself |thereby )?(?:follow|imply|establish|demonstrate|(?:show|prove|mean|tell us) that|show anything|say (?:anything|much) about|bear on|support (?:the|that|this|your))|even if (?:that|this|it|all (?:this|that))(?:(?:'|’)s| is| were| was) (?:true|so|right|the case)|(?:is|are|seems?) (?:\w+ )?irrelevant|(?:(?:isn(?:'|’)t|aren(?:'|’)t|not) (?:\w+ ){0,2}|no |hardly )evidence (?:for|that|of|about|either way)|(?:the|this|that|your) analogy (?:\w+ ){0,6}(?:doesn(?:'|’)t|does not|fails|breaks|is (?:bad|weak|flawed))|(?:isn(?:'|’)t|is not|don(?:'|’)t think (?:\w+ ){1,3}is) a (?:good|fair|close) analogy|proves? too much|non[ -]sequitur|beside the point|says? (?:nothing|little) about|has (?:no|little) bearing)\b/i

/** Speaks of the post and turns against it in one sentence: "Much of this post is good, but …". */
export const turnsOnThePost = new RegExp(
  `^(?=[^.?!]*${ofThePost.source})[^.?!]*\\b(?:but|however|yet|though)\\b`,
  'i',
)
