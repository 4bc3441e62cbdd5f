import type { MultipartReceiver, MultipartSettings } from '#src/http/multipart.ts';

/** The receiver of multipart bodies, loaded with its libraries when the first such body comes, not before the server is up. */
export function multipartOnDemand(settings: MultipartSettings): MultipartReceiver {
  let receiver: Promise<MultipartReceiver> | undefined;
  const load = async (): Promise<MultipartReceiver> => {
    const { createMultipartReceiver } = await import('#src/http/multipart.ts');
    return createMultipartReceiver(settings);
  };
  return {
    async receive(exchange, record, limit) {
      receiver ??= load();
      await (await receiver).receive(exchange, record, limit);
    },
  };
}
