import { childPointer } from '#codegen/read/json-pointer.ts';
import { isJson } from '#codegen/read/media-type.ts';
import { isSuccess } from '#codegen/rules/replies.ts';
import type { Rule } from '#codegen/rules/rule.ts';

/** A retry under an `Idempotency-Key` gets the stored reply, and only JSON is stored. */
export const rule: Rule = {
  name: 'storable-reply',
  check(contract, report) {
    for (const { operationId, idempotent, replies, pointer } of contract.operations) {
      if (idempotent !== 'header') continue;
      const media = replies.filter(isSuccess).flatMap((reply) => reply.media);
      const other = media.find(({ type }) => !isJson(type));
      if (other === undefined) continue;
      report(
        childPointer(pointer, 'x-idempotent'),
        `${operationId} answers ${other.type}, which cannot be stored for a retry.`,
        'Answer JSON alone, or leave `x-idempotent` out.',
      );
    }
  },
};
