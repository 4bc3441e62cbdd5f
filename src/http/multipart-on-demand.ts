import type { MultipartReceiver, MultipartSettings } from '#src/http/multipart.ts';
import { formLimit, multipartDocument } from '#src/http/multipart-document.ts';

/** The receiver of multipart bodies, loaded with its libraries when the first such body comes, not before the server is up. */
export function multipartOnDemand(settings: MultipartSettings): MultipartReceiver {
  let receiver: Promise<MultipartReceiver> | undefined;
  const load = async (): Promise<MultipartReceiver> => {
    const { createMultipartReceiver } = await import('#src/http/multipart.ts');
    return createMultipartReceiver(settings);
  };
  // A limit for an operation that takes no files is refused at the start, not with the first upload.
  if (settings.maxFileBytes.size > 0) multipartDocument(settings.document, settings.maxFileBytes);
  return {
    limitOf: ({ operationId }) => formLimit(settings.maxFileBytes, operationId),

    async receive(exchange, record, limit) {
      receiver ??= load();
      await (await receiver).receive(exchange, record, limit);
    },
  };
}
