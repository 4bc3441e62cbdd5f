import type { ExportRequest } from '#src/domain/export/export-service.ts';

interface Asked {
  readonly path: { readonly session_id: string };
  readonly query: {
    readonly branch_id: string;
    readonly include_citations: boolean;
    readonly include_attachments: boolean;
    readonly time_zone: string;
  };
}

/** The input of both export operations as a request to the service. */
export function toExportRequest({ path, query }: Asked): ExportRequest {
  return {
    conversationId: path.session_id,
    branchId: query.branch_id,
    citations: query.include_citations,
    attachments: query.include_attachments,
    timeZone: query.time_zone,
  };
}
