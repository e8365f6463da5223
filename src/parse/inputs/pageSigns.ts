import type { Tag } from './markup'
import { classesOf } from './prose'

// How the pages of ForumMagnum (LessWrong, the Alignment Forum, the EA Forum) and of GreaterWrong name their parts.
// ForumMagnum's classes are those of its components, "CommentsItem-body"; GreaterWrong's are plain words.

/** What an element of such a page is; null for one that says nothing. */
export type Sign =
  | 'comment'
  | 'comment body'
  | 'one line'
  | 'deleted'
  | 'post body'
  | 'message'
  | 'author'
  | 'authors'
  | 'title'
  | 'agreement'
  | 'agreement box'
  | 'votes'
  | 'comments'
  | 'load more'
  | 'linked'
  | 'aside'

const signs: Readonly<Record<string, Sign>> = {
  'comments-node': 'comment',
  'CommentFrame-node': 'comment',
  'Answer-root': 'comment',
  'comment-item': 'comment',
  'CommentBody-root': 'comment body',
  'CommentBody-commentStyling': 'comment body',
  'CommentBody-answerStyling': 'comment body',
  'comment-body': 'comment body',
  'SingleLineComment-truncatedHighlight': 'one line',
  'CommentDeletedMetadata-root': 'deleted',
  'CommentFrame-deleted': 'deleted',
  'Answer-deletedSection': 'deleted',
  'deleted-comment': 'deleted',
  'PostsPage-postContent': 'post body',
  instapaper_body: 'post body',
  'post-body': 'post body',
  'dialogue-message': 'message',
  'UsersNameDisplay-userName': 'author',
  'UsersNameDisplay-noColor': 'author',
  'CommentUserName-author': 'author',
  'CommentUserName-authorAnswer': 'author',
  'CommentsItem-author': 'author',
  author: 'author',
  'PostsAuthors-root': 'authors',
  'PostsAuthors-authorName': 'authors',
  'post-meta': 'authors',
  'PostsPageTitle-root': 'title',
  'PostsPageTitle-title': 'title',
  'post-title': 'title',
  'OverallVoteAxis-voteScore': 'votes',
  'OverallVoteAxisSmall-voteScore': 'votes',
  'SingleLineComment-karma': 'votes',
  'PostsVoteDefault-voteScore': 'votes',
  'PostsVote-voteScore': 'votes',
  'AgreementVoteAxis-agreementScore': 'agreement',
  'karma-value': 'votes',
  agreement: 'agreement box',
  'CommentsListSection-root': 'comments',
  'LoadMore-root': 'load more',
  'LoadMore-loadMore': 'load more',
  'CommentPermalink-root': 'linked',
  'CommentsItem-firstParentComment': 'aside',
  'LWPopper-root': 'aside',
  'dialogue-message-header': 'aside',
}

const signsOfIds: Readonly<Record<string, Sign>> = {
  postContent: 'post body',
  comments: 'comments',
}

/** What an element is to a reader of such a page. */
export function signOf(tag: Tag): Sign | null {
  const { id } = tag.attributes
  const byId = id !== undefined && Object.hasOwn(signsOfIds, id) ? signsOfIds[id] : undefined
  if (byId) return byId
  let found: Sign | null = null
  for (const one of classesOf(tag)) {
    const sign = Object.hasOwn(signs, one) ? (signs[one] ?? null) : null
    // A deleted comment is a comment first.
    if (sign && (found === null || sign === 'comment')) found = sign
  }
  return found
}
