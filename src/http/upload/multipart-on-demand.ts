import { MULTIPART } from '#src/http/request/body.ts';
import type { MultipartReceiver, MultipartSettings } from '#src/http/upload/multipart.ts';
import { formLimit } from '#src/http/upload/multipart-document.ts';

/** The receiver of multipart bodies, loaded with its libraries when the first such body comes, not before the server is up. */
export function multipartOnDemand(settings: MultipartSettings): MultipartReceiver {
  let receiver: Promise<MultipartReceiver> | undefined;
  const load = async (): Promise<MultipartReceiver> => {
    const { createMultipartReceiver } = await import('#src/http/upload/multipart.ts');
    return createMultipartReceiver(settings);
  };
  assertTakesFiles(settings);
  return {
    limitOf: ({ operationId }) => formLimit(settings.maxFileBytes, operationId),

    async receive(exchange, record, limit) {
      receiver ??= load();
      await (await receiver).receive(exchange, record, limit);
    },
  };
}

/** A limit for an operation that takes no files is refused at the start, not with the first upload. */
function assertTakesFiles({ contract, maxFileBytes }: MultipartSettings): void {
  const strangers = [...maxFileBytes.keys()].filter(
    (id) => !contract.operations[id]?.body?.types.includes(MULTIPART),
  );
  if (strangers.length > 0)
    throw new Error(`MAX_UPLOAD_BYTES names ${strangers.join(', ')}, which takes no files.`);
}
