/** The types of events in the log of a conversation. */
export type ConversationEventType =
  | 'conversation_created'
  | 'conversation_updated'
  | 'message_created'
  | 'message_edited'
  | 'message_deleted'
  | 'answer_started'
  | 'answer_finished'
  | 'answer_failed'
  | 'branch_created'
  | 'settings_updated'
  | 'attachment_created'
  | 'attachment_deleted';

/** A change of a conversation without its content: the log never contains a person's text. */
export interface Happening {
  readonly type: ConversationEventType;
  readonly messageId?: string;
  readonly branchId?: string;
  readonly changedFields?: readonly string[];
  readonly occurredAt: Date;
}

/** A position in the log of a conversation. */
export interface LogPlace {
  readonly conversationId: string;
  readonly seq: number;
}

export interface ConversationEvent {
  /** Position in the log of the conversation, from 1, without gaps. */
  readonly seq: number;
  readonly type: ConversationEventType;
  readonly conversationId: string;
  readonly messageId: string | undefined;
  readonly branchId: string | undefined;
  readonly changedFields: readonly string[];
  /** Never earlier than that of the event before, whichever replica wrote it. */
  readonly occurredAt: Date;
}

export interface EventFilter {
  /** Only events behind this position. */
  readonly after: number | undefined;
  /** Position of the last event that the client has received on an earlier stream. */
  readonly lastReceived: number | undefined;
  /** Only events at or after this time. */
  readonly since: Date | undefined;
  readonly types: readonly ConversationEventType[] | undefined;
}

/**
 * The position behind which a client wants the log, which is the further one. Undefined when the log has never come so far,
 * as after a restore: the client then holds what is not there.
 */
export function positionIn(
  lastSeq: number,
  { after = 0, lastReceived = 0 }: Pick<EventFilter, 'after' | 'lastReceived'>,
): number | undefined {
  const position = Math.max(after, lastReceived);
  return position > lastSeq ? undefined : position;
}
