import type * as Library from 'openai';
import type OpenAI from 'openai';
import { elapsedMs } from '#src/domain/operations/health-service.ts';
import { AppError } from '#src/errors.ts';
import type { Clock } from '#src/platform/clock.ts';

export interface ProviderHealth {
  readonly latencyMs: number;
  readonly checkedAt: Date;
}

export interface ModelProviderSettings {
  readonly apiKey: string | undefined;
  /** Address of a compatible server; undefined means OpenAI's own. */
  readonly baseUrl: string | undefined;
}

const TIMEOUT_MS = 10_000;
const MAX_RETRIES = 1;
/** Anyone may ask for the health, so the provider is asked no more often than this. */
const HEALTH_AGE_MS = 30_000;

/** The service that runs the language models. */
export class ModelProvider {
  readonly configured: boolean;
  readonly #settings: ModelProviderSettings;
  #client: OpenAI | undefined;
  readonly #clock: Clock;
  #lastHealth: { readonly at: number; readonly result: Promise<ProviderHealth> } | undefined;

  constructor(settings: ModelProviderSettings, clock: Clock) {
    this.configured = settings.apiKey !== undefined;
    this.#settings = settings;
    this.#clock = clock;
  }

  /** Throws `not_configured`, `upstream_error` or `upstream_timeout`. */
  health(): Promise<ProviderHealth> {
    const { apiKey } = this.#settings;
    if (apiKey === undefined) {
      throw new AppError('not_configured', 'There is no model provider: OPENAI_API_KEY is not set.');
    }
    const now = this.#clock.now().getTime();
    if (this.#lastHealth === undefined || now - this.#lastHealth.at >= HEALTH_AGE_MS) {
      this.#lastHealth = { at: now, result: this.#ask(apiKey) };
    }
    return this.#lastHealth.result;
  }

  async #ask(apiKey: string): Promise<ProviderHealth> {
    // Loaded by the first question, since a server starts without it.
    const library = await import('openai');
    this.#client ??= new library.OpenAI({
      apiKey,
      baseURL: this.#settings.baseUrl ?? null,
      timeout: TIMEOUT_MS,
      maxRetries: MAX_RETRIES,
      organization: null,
      project: null,
    });
    const startedAt = performance.now();
    try {
      await this.#client.models.list();
    } catch (error) {
      throw toAppError(error, library);
    }
    return { latencyMs: elapsedMs(startedAt), checkedAt: this.#clock.now() };
  }
}

/** The error in our words, since those of the provider can quote the key. */
function toAppError(error: unknown, { APIConnectionTimeoutError, APIError }: typeof Library): AppError {
  if (error instanceof APIConnectionTimeoutError) {
    return new AppError('upstream_timeout', 'The model provider did not answer in time.');
  }
  const status = error instanceof APIError ? error.status : undefined;
  const reason = status === undefined ? 'cannot be reached' : `answered with status ${status}`;
  return new AppError('upstream_error', `The model provider ${reason}.`);
}
