// What a part starts with when it is added: values that a reader would call usual, and that do something.

const STARTERS: Readonly<Record<string, unknown>> = {
  retry: { attempts: 3, backoffMs: 50, multiplier: 2, jitter: 'full' },
  hedge: { afterMs: 100 },
  rateLimit: { perSecond: 100, burst: 20 },
  circuitBreaker: { failureRate: 0.5, minimumCalls: 20, windowS: 10, openS: 5 },
  autoscale: { metric: 'utilisation', target: 0.6, min: 1, max: 10 },
  batch: { max: 10, waitMs: 50 },
  rollout: { strategy: 'rolling' },
  abortOn: { errorRate: 0.05 },
};

/** The starting value of a part, by its key; undefined where the schema's required keys are enough. */
export function starterOf(key: string): unknown {
  return STARTERS[key];
}
