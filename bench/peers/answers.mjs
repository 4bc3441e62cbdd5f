/** The answers of every server of the benchmark, held in memory; only the health report has the time of its answer. */

const id = (number) => `0192f3c5-1c30-7e5a-9f77-${String(number).padStart(12, '0')}`;

export const conversations = {
  items: Array.from({ length: 20 }, (_, number) => ({
    id: id(number),
    title: `Ward round ${number}, beds 1 to 12 and the new admissions`,
    folder_id: number % 3 === 0 ? null : id(1_000 + number),
    archived: number % 5 === 0,
    message_count: number * 7,
    last_message_preview:
      'Bed 4 is stable; potassium is to be checked again at six, the family has been told.',
    last_message_at: '2026-03-02T08:20:00.000Z',
    created_at: '2026-03-02T08:16:00.000Z',
    updated_at: '2026-03-02T08:20:00.000Z',
  })),
  page_size: 20,
  total: 340,
  next_cursor: null,
  page: 1,
};

/** The stored message for a body that was accepted. */
export function storedMessage(conversationId, body) {
  return {
    message: {
      id: id(7),
      conversation_id: conversationId,
      branch_id: body.branch_id ?? 'main',
      parent_message_id: body.parent_message_id ?? null,
      role: body.role ?? 'user',
      content: body.content,
      client_message_id: body.client_message_id ?? null,
      citations: [],
      metadata: body.metadata ?? {},
      model: null,
      token_usage: null,
      created_at: '2026-03-02T08:20:00.000Z',
      updated_at: '2026-03-02T08:20:00.000Z',
      edited_at: null,
      etag: 'W/"1"',
    },
  };
}

export const health = () => ({ status: 'healthy', version: '0.1.0', timestamp: new Date().toISOString() });

export const account = {
  id: id(1),
  email: 'bench@example.org',
  full_name: null,
  role: 'user',
  is_active: true,
  created_at: '2026-03-02T08:16:00.000Z',
  updated_at: '2026-03-02T08:20:00.000Z',
  last_login_at: '2026-03-02T08:20:00.000Z',
};

export const tokenPair = {
  access_token: `${'x'.repeat(36)}.${'y'.repeat(180)}.${'z'.repeat(43)}`,
  refresh_token: 'r'.repeat(43),
  token_type: 'bearer',
  expires_in: 900,
};
