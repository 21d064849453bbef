// Texts that are usual in some fields; any other may be typed as well.
import { REQUEST_METRICS } from '../../../src/catalogue/checks/objectives.ts';

const SUGGESTIONS: Readonly<Record<string, readonly string[]>> = {
  metric: REQUEST_METRICS,
  protocol: ['http', 'grpc', 'graphql', 'websocket', 'sql', 'amqp', 'kafka', 'redis'],
  language: ['hypnoscript', 'typescript', 'python', 'go', 'java'],
  currency: ['USD', 'EUR', 'GBP', 'CHF', 'JPY'],
};

/** What may be offered in the field of this key; empty where nothing is usual. */
export function suggestionsFor(key: string): readonly string[] {
  return SUGGESTIONS[key] ?? [];
}
