// The record of a replication, drawn up from the books at its end.
import {
  FAILED_REQUESTS,
  LONGEST,
  OFFERED,
  REQUEST_RESPONSE,
  STREAM_STRIDE,
  SUCCEEDED,
} from '../arrivals/stream-layout.ts';
import { CALL_RESPONSE, CALLS, LINK_STRIDE, OUTCOMES, RETRIES } from '../calls/link-layout.ts';
import { ERROR, OK, OPEN, REJECTED, TIMEOUT } from '../frame.ts';
import type { Network } from '../network.ts';
import type { LinkRecord, ReplicationRecord, RequestRecord, RolloutRecord, StationRecord } from '../record.ts';
import {
  ARRIVALS,
  BACKLOG_WAITED,
  COMPLETED,
  FAILURES,
  REJECTIONS,
  RESPONSE,
  HANDED,
  STARTED,
  STATION_STRIDE,
  WAITED,
} from '../stations/station-layout.ts';
import { addHistogram, BUCKETS, countIn, filledPart, percentiles } from './histogram.ts';
import {
  BLOCKED_INTEGRAL,
  BUSY_INTEGRAL,
  EXCESS_INTEGRAL,
  HELD_INTEGRAL,
  INTEGRALS,
  type Ledger,
  REPLICA_INTEGRAL,
  responsesOf,
  SLOT_INTEGRAL,
  WAITING_INTEGRAL,
} from './ledger.ts';

/** All but what the traces and a pilot tell. */
export function drawUpRecord(
  network: Network,
  ledger: Ledger,
  { replication, events, rollouts }: { replication: number; events: number; rollouts: readonly RolloutRecord[] },
): Omit<ReplicationRecord, 'breakdown' | 'traces' | 'warmup'> {
  const { stations, links, streams, classes } = network;
  const among = (belongs: (stream: (typeof streams)[number]) => boolean): RequestRecord =>
    requestRecord(
      ledger,
      streams.flatMap((stream, index) => (belongs(stream) ? index : [])),
    );
  return {
    replication,
    events,
    windowMs: network.durationMs - network.warmupMs,
    requests: among(() => true),
    streams: streams.map((_, index) => requestRecord(ledger, [index])),
    classes: classes.map((_, index) => among((stream) => stream.classIndex === index)),
    arrivalsAt: stations.map((_, index) =>
      streams.some((stream) => stream.at === index) ? among((stream) => stream.at === index) : null,
    ),
    stations: stations.map(({ broker }, index) => stationRecord(ledger, index, broker !== null)),
    links: links.map((_, index) => linkRecord(ledger, index)),
    series: ledger.series,
    rollouts,
  };
}

/** Of some streams together. */
function requestRecord(ledger: Ledger, streams: readonly number[]): RequestRecord {
  const sum = (counter: number): number =>
    streams.reduce((total, stream) => total + ledger.requests[stream * STREAM_STRIDE + counter]!, 0);
  const succeeded = sum(SUCCEEDED);
  return {
    offered: sum(OFFERED),
    succeeded,
    failed: sum(FAILED_REQUESTS),
    responseMs: succeeded === 0 ? null : requestResponse(ledger, streams, sum(REQUEST_RESPONSE) / succeeded, succeeded),
  };
}

function requestResponse(ledger: Ledger, streams: readonly number[], mean: number, count: number) {
  const max = Math.max(...streams.map((stream) => ledger.requests[stream * STREAM_STRIDE + LONGEST]!));
  const responses = new Uint32Array(BUCKETS);
  for (const stream of streams) addHistogram(responses, responsesOf(ledger.meters.streamResponses, stream));
  const [p50, p90, p95, p99] = percentiles(responses, [0.5, 0.9, 0.95, 0.99], count, max) as [
    number,
    number,
    number,
    number,
  ];
  return { mean, p50, p90, p95, p99, max, counts: filledPart(responses) };
}

function stationRecord(ledger: Ledger, index: number, isBroker: boolean): StationRecord {
  const counted = (counter: number): number => ledger.meters.stationDoubles[index * STATION_STRIDE + counter]!;
  const integral = (which: number): number => ledger.integrals[index * INTEGRALS + which]!;
  return {
    arrivals: counted(ARRIVALS),
    completed: counted(COMPLETED),
    rejected: counted(REJECTIONS),
    failed: counted(FAILURES),
    started: counted(STARTED),
    waitedMs: counted(WAITED),
    handed: counted(HANDED),
    backlogWaitedMs: counted(BACKLOG_WAITED),
    waitingAtStart: ledger.waitingAtStart[index]!,
    waitingAtEnd: ledger.waiting[index]!,
    waitingIntegral: integral(WAITING_INTEGRAL),
    busyIntegral: integral(BUSY_INTEGRAL),
    blockedIntegral: integral(BLOCKED_INTEGRAL),
    slotIntegral: integral(SLOT_INTEGRAL),
    replicaIntegral: integral(REPLICA_INTEGRAL),
    excessIntegral: integral(EXCESS_INTEGRAL),
    heldIntegral: integral(HELD_INTEGRAL),
    matesIntegral: ledger.messages.mates[index]!,
    lag: isBroker
      ? { messagesIntegral: ledger.messages.lag[index]!, oldestIntegral: ledger.messages.oldest[index]! }
      : null,
    responseMs: responseFigures(counted(RESPONSE), responsesOf(ledger.meters.stationResponses, index)),
  };
}

function linkRecord(ledger: Ledger, index: number): LinkRecord {
  const counted = (counter: number): number => ledger.meters.linkDoubles[index * LINK_STRIDE + counter]!;
  return {
    calls: counted(CALLS),
    retries: counted(RETRIES),
    ok: counted(OUTCOMES + OK),
    rejected: counted(OUTCOMES + REJECTED),
    error: counted(OUTCOMES + ERROR),
    timeout: counted(OUTCOMES + TIMEOUT),
    open: counted(OUTCOMES + OPEN),
    responseMs: responseFigures(counted(CALL_RESPONSE), responsesOf(ledger.meters.linkResponses, index)),
  };
}

function responseFigures(sumMs: number, responses: Uint32Array): { mean: number; p95: number } | null {
  const count = countIn(responses);
  return count === 0 ? null : { mean: sumMs / count, p95: percentiles(responses, [0.95], count)[0]! };
}
