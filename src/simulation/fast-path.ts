// The layer of the fast path: the engine once more, written out by hand for what nearly always happens.
//
// The layers below can do everything, and pay for it at each event: a call from method to method, a question whether
// there is a guard, a fleet, a broker. Most events need none of that: a request comes to a fixed set of replicas, waits,
// is worked on, calls the next and is answered. Those are handled here, one after the other, in one function that makes
// no calls and keeps in local variables what the layers keep in fields. Where an event turns out to be of another kind,
// at its start or half-way, what is left of it goes to the layers, which do exactly the same in their way: same draws,
// same running numbers, same sums in the same order. So a run gives the same bytes without this layer; see
// test/laws/fast-path.test.ts.
import {
  OFFERED,
  AT,
  LONGEST,
  REQUEST_RESPONSE,
  STREAM_WORK,
  SUCCEEDED,
  THINK_TAPE,
  TIMES_TAPE,
} from './arrivals/stream-layout.ts';
import { Streams } from './arrivals/streams.ts';
import {
  BY_CLASS,
  CALL_RESPONSE,
  CALLEE,
  CALLS,
  EXTRAS,
  FRACTION,
  FRACTION_TAPE,
  LATENCY_TAPE,
  LINK_STRIDE,
  OUTCOMES,
  RESTRICTED,
  TRANSFER,
  WHOLE_CALLS,
  WORK_TAPE,
} from './calls/link-layout.ts';
import {
  ARRIVED,
  ATTEMPT_UNIT,
  BORN,
  CURSOR,
  DEADLINE,
  ERROR,
  FRAME_STRIDE,
  LINK,
  NEXT,
  OK,
  ORIGIN,
  ORPHAN,
  OUTCOME_MASK,
  PARENT,
  POOL,
  REMAINING,
  STATE,
  STATION,
  TRACED,
  WORK,
} from './frame.ts';
import {
  ARRIVAL,
  LOOK_MASK,
  MOST_EVENTS_AT_ONE_TIME,
  MOST_IN_FLIGHT,
  NAME_MASK,
  REACH,
  RETURN,
  TYPE_MASK,
  USER,
  WORK_END,
} from './kernel.ts';
import type { Network } from './network.ts';
import {
  ARRIVALS,
  BACKLOG,
  BATCHES,
  BLOCKING,
  BROKER,
  BUSY,
  BUSY_TIME,
  CHOICE_TAPE,
  COMPLETED,
  CONSUMER,
  COUNTS_OUT,
  DISCIPLINE,
  DISPATCH,
  ELASTIC,
  END_LINKS,
  ERROR_RATE,
  ERROR_TAPE,
  FAILURES,
  FIFO,
  FIRST_ASYNC,
  FIRST_POOL,
  FIRST_SYNC,
  HEAD,
  HIT_RATIO,
  HIT_TAPE,
  LEAST_CONNECTIONS,
  LENGTH,
  LIMIT,
  MAKES_CALLS,
  ONE_POOL,
  PARALLEL,
  PLAIN,
  PLAIN_CALLS,
  POOL_STRIDE,
  POWER_OF_TWO,
  RANDOM,
  REJECTIONS,
  REPLICAS,
  RESPONSE,
  SLOTS,
  STARTED,
  STATION_STRIDE,
  TAIL,
  TRAITS,
  TURN,
  WAITED,
  WAITING_TIME,
} from './stations/station-layout.ts';
import {
  BUCKET_SHIFT,
  bucketing,
  BUCKETS,
  FIRST_BUCKET,
  LINK_BUCKETS,
  STATION_BUCKETS,
  STREAM_BUCKETS,
} from './statistics/histogram.ts';
import { ALL, ANSWER, ANSWER_ERROR, ARRIVE, NOTHING_LEFT, PROCEED, REFUSE } from './left-over.ts';

import { CURSOR_MASK, HALF_MASK, TAPE_MASK } from './tapes.ts';

export abstract class FastPath extends Streams {
  /** Events up to this time belong to the present stretch. */
  protected boundary = 0;
  protected events = 0;
  /** Events since the clock has moved. */
  protected atOneTime = 0;
  /** Most of the stations are plain. */
  protected readonly isMostlyPlain: boolean;
  private left = NOTHING_LEFT;
  private leftFrame = -1;

  constructor(network: Network, replication: number) {
    super(network, replication);
    const stations = network.stations.map((_, index) => index * STATION_STRIDE);
    for (const station of stations) this.stationInts[station + TRAITS]! |= this.plainTraits(station);
    const plain = stations.filter((station) => (this.stationInts[station + TRAITS]! & PLAIN) !== 0);
    this.isMostlyPlain = 2 * plain.length > stations.length;
  }

  protected abstract handle(type: number, subject: number): void;

  /** Handles events until there is something to do between two of them. */
  protected takeFastPath(): void {
    for (;;) {
      const canGoOn = this.handlePlainEvents();
      this.tapes.refill();
      if (this.left !== NOTHING_LEFT) this.finishEvent(this.left, this.leftFrame);
      if (!canGoOn) return;
      this.queue.reserve(2);
    }
  }

  private plainTraits(station: number): number {
    const ints = this.stationInts;
    const traits = ints[station + TRAITS]!;
    const dispatch = ints[station + DISPATCH]!;
    const isPlain =
      (traits & (BLOCKING | BROKER | CONSUMER | BATCHES | ELASTIC | COUNTS_OUT)) === 0 &&
      ints[station + DISCIPLINE] === FIFO &&
      dispatch !== LEAST_CONNECTIONS &&
      dispatch !== POWER_OF_TWO;
    if (!isPlain) return 0;
    const { linkInts } = this;
    let hasPlainCalls = (traits & PARALLEL) === 0 && ints[station + FIRST_ASYNC] === ints[station + END_LINKS];
    for (let link = ints[station + FIRST_SYNC]!; link < ints[station + END_LINKS]!; link += LINK_STRIDE) {
      hasPlainCalls &&=
        linkInts[link + EXTRAS] === 0 &&
        linkInts[link + FRACTION_TAPE] !== RESTRICTED &&
        linkInts[link + WORK_TAPE] !== BY_CLASS;
    }
    return hasPlainCalls ? PLAIN | PLAIN_CALLS : PLAIN;
  }

  /** Does what is left of an event that was not plain. */
  private finishEvent(left: number, frame: number): void {
    switch (left) {
      case ALL: {
        const payload = this.queue.payloads[0]!;
        this.queue.open();
        this.handle(payload & TYPE_MASK, payload & ~TYPE_MASK);
        break;
      }
      case ARRIVE:
        this.arrive(frame);
        break;
      case REFUSE:
        this.refuse(frame);
        break;
      case PROCEED:
        this.proceed(frame, this.ints[frame + STATION]!);
        break;
      case ANSWER:
        this.answer(frame, OK);
        break;
      case ANSWER_ERROR:
        this.answer(frame, ERROR);
        break;
    }
    this.queue.close();
  }

  /**
   * Handles one event after the other. False where something else comes first, such as the end of the stretch.
   *
   * Without a single call, so that no double is boxed for one and nothing depends on what V8 inlines; and names of things are masked
   * when they are read, so that it knows them not to be negative and what is added to them not to overflow.
   */
  private handlePlainEvents(): boolean {
    const { ints, doubles, pools, queue, boundary, stretchStart } = this;
    const { stationInts, stationDoubles, stationResponses } = this;
    const { linkInts, linkDoubles, linkResponses } = this;
    const { streamInts, streamDoubles, streamResponses, stepResponses } = this;
    const { values, cursors, due } = this.tapes;
    const { times, numbers, payloads, pushed } = queue;
    const { double, words, high } = bucketing;
    const isPilot = this.warmupFinder !== null;
    const mostEvents = times.length - 2;
    const mostInts = ints.length - FRAME_STRIDE;
    let { now, events, atOneTime, freeFrame, usedInts, inFlight, untilTraced } = this;
    let { size } = queue;
    let number = pushed[0]!;
    let dueHalves = 0;
    let left = NOTHING_LEFT;
    let leftFrame = -1;
    let canGoOn = true;
    for (;;) {
      const time = times[0]!;
      if (
        time > boundary ||
        (events & LOOK_MASK) === LOOK_MASK ||
        inFlight >= MOST_IN_FLIGHT ||
        (freeFrame < 0 && usedInts > mostInts)
      ) {
        canGoOn = false;
        break;
      }
      if (dueHalves > 0 || size > mostEvents) break;
      if (time > now) {
        now = time;
        atOneTime = 0;
      } else if (atOneTime < MOST_EVENTS_AT_ONE_TIME - 1) {
        atOneTime++;
      } else {
        canGoOn = false;
        break;
      }
      events++;
      const payload = payloads[0]!;
      const type = payload & TYPE_MASK;
      // The first event that follows takes the place of this one in the queue, the second is added: what is to happen,
      // and when: some time and a draw from a tape later.
      let first = -1;
      let firstTape = 0;
      let firstFrom = now;
      let second = -1;
      let secondTape = 0;
      let secondMore = 0;
      // The frames that come to their station, answer, have answered, go on with their calls, or begin a call.
      let arriving = -1;
      let answering = -1;
      let answered = -1;
      let caller = -1;
      let calling = -1;
      let link = 0;

      if (type === WORK_END) {
        const frame = payload & NAME_MASK;
        const station = ints[frame + STATION]! & NAME_MASK;
        const pool = ints[frame + POOL]! & NAME_MASK;
        const next = pools[pool + HEAD]!;
        const traits = stationInts[station + TRAITS]!;
        let states = ints[frame + STATE]!;
        if (next >= 0) states |= ints[next + STATE]!;
        if ((traits & PLAIN) === 0 || (states & TRACED) !== 0) {
          left = ALL;
          break;
        }
        let isBad = false;
        const errorTape = stationInts[station + ERROR_TAPE]!;
        if (errorTape >= 0) {
          const cursor = cursors[errorTape]! & CURSOR_MASK;
          cursors[errorTape] = (cursor & ~TAPE_MASK) | ((cursor + 1) & TAPE_MASK);
          if ((cursor & HALF_MASK) === HALF_MASK) due[++dueHalves] = cursor & ~HALF_MASK;
          isBad = values[cursor]! < stationDoubles[station + ERROR_RATE]!;
        }
        if (isBad) {
          stationDoubles[station + FAILURES]! += 1;
        } else {
          const responseMs = now - doubles[(frame >> 1) + ARRIVED]!;
          stationDoubles[station + COMPLETED]! += 1;
          stationDoubles[station + RESPONSE]! += responseMs;
          double[0] = responseMs;
          let bucket = (words[high]! >>> BUCKET_SHIFT) - FIRST_BUCKET;
          if (bucket < 0) bucket = 0;
          else if (bucket >= BUCKETS) bucket = BUCKETS - 1;
          stationResponses[Math.imul(station, STATION_BUCKETS) + bucket]! += 1;
        }
        if (next < 0) {
          pools[pool + BUSY]! -= 1;
          stationDoubles[station + BUSY_TIME]! += now - stretchStart;
        } else {
          pools[pool + HEAD] = ints[next + NEXT]!;
          pools[pool + LENGTH]! -= 1;
          stationDoubles[station + WAITING_TIME]! += now - stretchStart;
          stationDoubles[station + WAITED]! += now - doubles[(next >> 1) + ARRIVED]!;
          stationDoubles[station + STARTED]! += 1;
          ints[next + POOL] = pool;
          first = next | WORK_END;
          firstTape = ints[next + WORK]!;
        }
        if (isBad) {
          left = ANSWER_ERROR;
          leftFrame = frame;
        } else if ((traits & MAKES_CALLS) === 0) {
          answering = frame;
        } else if ((traits & PLAIN_CALLS) === 0) {
          left = PROCEED;
          leftFrame = frame;
        } else {
          caller = frame;
          link = stationInts[station + FIRST_SYNC]!;
          const hitTape = stationInts[station + HIT_TAPE]!;
          if (hitTape >= 0) {
            const cursor = cursors[hitTape]! & CURSOR_MASK;
            cursors[hitTape] = (cursor & ~TAPE_MASK) | ((cursor + 1) & TAPE_MASK);
            if ((cursor & HALF_MASK) === HALF_MASK) due[++dueHalves] = cursor & ~HALF_MASK;
            if (values[cursor]! < stationDoubles[station + HIT_RATIO]!) {
              caller = -1;
              answering = frame;
            }
          }
        }
      } else if (type === ARRIVAL || type === USER) {
        if (untilTraced === 1) {
          left = ALL;
          break;
        }
        const stream = payload & NAME_MASK;
        untilTraced--;
        if (type === ARRIVAL) {
          first = payload;
          firstTape = streamInts[stream + TIMES_TAPE]!;
          firstFrom = 0;
        }
        if (freeFrame >= 0) {
          arriving = freeFrame;
          freeFrame = ints[arriving + NEXT]!;
        } else {
          arriving = usedInts;
          usedInts += FRAME_STRIDE;
          doubles[(arriving >> 1) + DEADLINE] = Infinity;
        }
        ints[arriving + STATION] = streamInts[stream + AT]!;
        ints[arriving + PARENT] = -1;
        ints[arriving + LINK] = -1;
        ints[arriving + ORIGIN] = stream;
        ints[arriving + STATE] = ATTEMPT_UNIT;
        ints[arriving + WORK] = streamInts[stream + STREAM_WORK]!;
        doubles[(arriving >> 1) + BORN] = now;
        streamDoubles[stream + OFFERED]! += 1;
        inFlight++;
      } else if (type === REACH) {
        arriving = payload & NAME_MASK;
        if ((ints[arriving + STATE]! & TRACED) !== 0) {
          left = ALL;
          break;
        }
      } else if (type === RETURN) {
        answered = payload & NAME_MASK;
        const above = ints[answered + PARENT]!;
        if (
          (ints[answered + STATE]! & (ORPHAN | TRACED | OUTCOME_MASK)) !== 0 ||
          above < 0 ||
          (ints[above + STATE]! & TRACED) !== 0 ||
          (stationInts[ints[above + STATION]! + TRAITS]! & PLAIN_CALLS) === 0
        ) {
          left = ALL;
          break;
        }
        link = ints[answered + LINK]!;
      } else {
        left = ALL;
        break;
      }

      // Answers, which may be all that the caller was waiting for, and its caller, and so on.
      while (answering >= 0 || answered >= 0 || caller >= 0) {
        if (answering >= 0) {
          if ((ints[answering + STATE]! & ORPHAN) !== 0) {
            left = ANSWER;
            leftFrame = answering;
            break;
          }
          link = ints[answering + LINK]!;
          if (link < 0) {
            if (isPilot) {
              left = ANSWER;
              leftFrame = answering;
              break;
            }
            const stream = ints[answering + ORIGIN]! & NAME_MASK;
            const responseMs = now - doubles[(answering >> 1) + BORN]!;
            streamDoubles[stream + SUCCEEDED]! += 1;
            streamDoubles[stream + REQUEST_RESPONSE]! += responseMs;
            if (responseMs > streamDoubles[stream + LONGEST]!) streamDoubles[stream + LONGEST] = responseMs;
            double[0] = responseMs;
            let bucket = (words[high]! >>> BUCKET_SHIFT) - FIRST_BUCKET;
            if (bucket < 0) bucket = 0;
            else if (bucket >= BUCKETS) bucket = BUCKETS - 1;
            streamResponses[Math.imul(stream, STREAM_BUCKETS) + bucket]! += 1;
            stepResponses[bucket]! += 1;
            inFlight--;
            ints[answering + NEXT] = freeFrame;
            freeFrame = answering;
            const thinkTape = streamInts[stream + THINK_TAPE]!;
            if (thinkTape >= 0) {
              second = stream | USER;
              secondTape = thinkTape;
            }
            break;
          }
          const above = ints[answering + PARENT]!;
          if (
            dueHalves > 0 ||
            above < 0 ||
            (ints[above + STATE]! & TRACED) !== 0 ||
            (stationInts[ints[above + STATION]! + TRAITS]! & PLAIN_CALLS) === 0
          ) {
            left = ANSWER;
            leftFrame = answering;
            break;
          }
          const latencyTape = linkInts[link + LATENCY_TAPE]!;
          if (latencyTape >= 0) {
            second = answering | RETURN;
            secondTape = latencyTape;
            break;
          }
          answered = answering;
          answering = -1;
        }
        if (answered >= 0) {
          const responseMs = now - doubles[(answered >> 1) + BORN]!;
          linkDoubles[link + OUTCOMES + OK]! += 1;
          linkDoubles[link + CALL_RESPONSE]! += responseMs;
          double[0] = responseMs;
          let bucket = (words[high]! >>> BUCKET_SHIFT) - FIRST_BUCKET;
          if (bucket < 0) bucket = 0;
          else if (bucket >= BUCKETS) bucket = BUCKETS - 1;
          linkResponses[Math.imul(link, LINK_BUCKETS) + bucket]! += 1;
          if (ints[answered + REMAINING]! > 0) {
            calling = answered;
            break;
          }
          caller = ints[answered + PARENT]!;
          ints[answered + NEXT] = freeFrame;
          freeFrame = answered;
          answered = -1;
          link += LINK_STRIDE;
        }
        const endLinks = stationInts[ints[caller + STATION]! + FIRST_ASYNC]!;
        let calls = 0;
        for (; link < endLinks; link += LINK_STRIDE) {
          calls = linkInts[link + WHOLE_CALLS]!;
          const fractionTape = linkInts[link + FRACTION_TAPE]!;
          if (fractionTape >= 0) {
            const cursor = cursors[fractionTape]! & CURSOR_MASK;
            cursors[fractionTape] = (cursor & ~TAPE_MASK) | ((cursor + 1) & TAPE_MASK);
            if ((cursor & HALF_MASK) === HALF_MASK) due[++dueHalves] = cursor & ~HALF_MASK;
            if (values[cursor]! < linkDoubles[link + FRACTION]!) calls++;
          }
          if (calls > 0) break;
        }
        if (link < endLinks) {
          ints[caller + CURSOR] = link;
          if (freeFrame >= 0) {
            calling = freeFrame;
            freeFrame = ints[calling + NEXT]!;
          } else {
            calling = usedInts;
            usedInts += FRAME_STRIDE;
            doubles[(calling >> 1) + DEADLINE] = Infinity;
          }
          ints[calling + STATION] = linkInts[link + CALLEE]!;
          ints[calling + PARENT] = caller;
          ints[calling + LINK] = link;
          ints[calling + REMAINING] = calls;
          ints[calling + ORIGIN] = ints[caller + ORIGIN]!;
          ints[calling + WORK] = linkInts[link + WORK_TAPE]!;
          break;
        }
        answering = caller;
        caller = -1;
      }

      if (calling >= 0) {
        ints[calling + REMAINING]! -= 1;
        ints[calling + STATE] = ATTEMPT_UNIT;
        doubles[(calling >> 1) + BORN] = now;
        linkDoubles[link + CALLS]! += 1;
        const latencyTape = linkInts[link + LATENCY_TAPE]!;
        if (latencyTape < 0) {
          arriving = calling;
        } else {
          second = calling | REACH;
          secondTape = latencyTape;
          secondMore = linkDoubles[link + TRANSFER]!;
        }
      }

      if (arriving >= 0) {
        const station = ints[arriving + STATION]! & NAME_MASK;
        if ((stationInts[station + TRAITS]! & PLAIN) === 0) {
          left = ARRIVE;
          leftFrame = arriving;
        } else {
          stationDoubles[station + ARRIVALS]! += 1;
          doubles[(arriving >> 1) + ARRIVED] = now;
          let pool = stationInts[station + FIRST_POOL]! & NAME_MASK;
          const dispatch = stationInts[station + DISPATCH]!;
          if (dispatch === RANDOM) {
            const choiceTape = stationInts[station + CHOICE_TAPE]!;
            const cursor = cursors[choiceTape]! & CURSOR_MASK;
            cursors[choiceTape] = (cursor & ~TAPE_MASK) | ((cursor + 1) & TAPE_MASK);
            if ((cursor & HALF_MASK) === HALF_MASK) due[++dueHalves] = cursor & ~HALF_MASK;
            pool += POOL_STRIDE * Math.floor(values[cursor]! * stationInts[station + REPLICAS]!);
          } else if (dispatch !== ONE_POOL) {
            const turn = stationInts[station + TURN]!;
            const replica = turn < stationInts[station + REPLICAS]! ? turn : 0;
            stationInts[station + TURN] = replica + 1;
            pool += POOL_STRIDE * replica;
          }
          if (pools[pool + BUSY]! < pools[pool + SLOTS]!) {
            pools[pool + BUSY]! += 1;
            stationDoubles[station + BUSY_TIME]! -= now - stretchStart;
            stationDoubles[station + STARTED]! += 1;
            ints[arriving + POOL] = pool;
            second = arriving | WORK_END;
            secondTape = ints[arriving + WORK]!;
          } else if (pools[pool + LENGTH]! + stationInts[station + BACKLOG]! < stationInts[station + LIMIT]!) {
            ints[arriving + NEXT] = -1;
            if (pools[pool + HEAD]! < 0) pools[pool + HEAD] = arriving;
            else ints[pools[pool + TAIL]! + NEXT] = arriving;
            pools[pool + TAIL] = arriving;
            pools[pool + LENGTH]! += 1;
            stationDoubles[station + WAITING_TIME]! -= now - stretchStart;
          } else {
            stationDoubles[station + REJECTIONS]! += 1;
            left = REFUSE;
            leftFrame = arriving;
          }
        }
      }

      // The place at the root goes to the first event that follows, or else to the last in the queue; it sinks from there.
      let sinkingTime = 0;
      let sinkingNumber = 0;
      let sinking = first;
      let more = 0;
      if (first < 0) {
        sinking = second;
        firstTape = secondTape;
        more = secondMore;
      }
      if (sinking >= 0) {
        const cursor = cursors[firstTape]! & CURSOR_MASK;
        cursors[firstTape] = (cursor & ~TAPE_MASK) | ((cursor + 1) & TAPE_MASK);
        if ((cursor & HALF_MASK) === HALF_MASK) due[++dueHalves] = cursor & ~HALF_MASK;
        sinkingTime = firstFrom + (values[cursor]! + more);
        sinkingNumber = number++;
      } else if (left === NOTHING_LEFT) {
        size--;
        sinkingTime = times[size]!;
        sinkingNumber = numbers[size]!;
        sinking = payloads[size]!;
      } else {
        queue.hole = true;
        break;
      }
      let place = 0;
      for (;;) {
        let child = 2 * place + 1;
        if (child >= size) break;
        let childTime = times[child]!;
        const right = child + 1;
        if (right < size) {
          const rightTime = times[right]!;
          if (rightTime < childTime || (rightTime === childTime && numbers[right]! < numbers[child]!)) {
            child = right;
            childTime = rightTime;
          }
        }
        if (childTime > sinkingTime || (childTime === sinkingTime && numbers[child]! > sinkingNumber)) break;
        times[place] = childTime;
        numbers[place] = numbers[child]!;
        payloads[place] = payloads[child]!;
        place = child;
      }
      times[place] = sinkingTime;
      numbers[place] = sinkingNumber;
      payloads[place] = sinking;
      if (first >= 0 && second >= 0) {
        const cursor = cursors[secondTape]! & CURSOR_MASK;
        cursors[secondTape] = (cursor & ~TAPE_MASK) | ((cursor + 1) & TAPE_MASK);
        if ((cursor & HALF_MASK) === HALF_MASK) due[++dueHalves] = cursor & ~HALF_MASK;
        const risingTime = now + (values[cursor]! + secondMore);
        place = size++;
        while (place > 0) {
          const parent = (place - 1) >> 1;
          const parentTime = times[parent]!;
          if (parentTime <= risingTime) break;
          times[place] = parentTime;
          numbers[place] = numbers[parent]!;
          payloads[place] = payloads[parent]!;
          place = parent;
        }
        times[place] = risingTime;
        numbers[place] = number++;
        payloads[place] = second;
      }
      if (left !== NOTHING_LEFT) break;
    }
    this.now = now;
    this.events = events;
    this.atOneTime = atOneTime;
    this.freeFrame = freeFrame;
    this.usedInts = usedInts;
    this.inFlight = inFlight;
    this.untilTraced = untilTraced;
    this.left = left;
    this.leftFrame = leftFrame;
    queue.size = size;
    pushed[0] = number;
    due[0] = dueHalves;
    return canGoOn;
  }
}
