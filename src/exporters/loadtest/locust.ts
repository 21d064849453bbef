// Locust: one user that starts requests at the times of the arrivals, drawn as the simulation draws them.
import type { LoadPlan } from './plan.ts';

/**
 * The text of `locustfile.py`. The plan stands in it as JSON within a raw string, in which a backslash is one for JSON;
 * three quotes in a row are nowhere in JSON.
 */
export function locustFile(plan: LoadPlan): string {
  const json = JSON.stringify(plan, null, 2).replaceAll(
    /[\u007F-\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return PROGRAM.replace('@PLAN@', () => `r"""\n${json}\n"""`);
}

const PROGRAM = `"""The arrivals of a scenario, for Locust. BASE_URL says where to; the exit code is 1 where an objective is missed."""
import json
import math
import os
import random
import time

import gevent
from locust import HttpUser, constant, events, task

PLAN = json.loads(@PLAN@)
BASE_URL = os.environ.get("BASE_URL", "http://localhost:8080").rstrip("/")
SAMPLES = []


def draw(spec, rng):
    """A time in ms of a distribution."""
    kind = spec["type"]
    if kind == "gamma":
        return rng.gammavariate(spec["shape"], spec["scale"])
    if kind == "mixture":
        mean = spec["first"] if rng.random() < spec["share"] else spec["second"]
        return mean * rng.expovariate(1)
    if kind == "lognormal":
        return rng.lognormvariate(spec["mu"], spec["sigma"])
    if kind == "uniform":
        return rng.uniform(spec["min"], spec["max"])
    if kind == "pareto":
        return spec["min"] * rng.paretovariate(spec["shape"])
    if kind == "weibull":
        return rng.weibullvariate(spec["scale"], spec["shape"])
    if kind == "empirical":
        return rng.choice(spec["values"])
    return spec["value"]


def poisson(rate, start, end, rng):
    now = start
    while rate > 0:
        now += rng.expovariate(rate)
        if now >= end:
            return
        yield now


def mmpp(states, end, rng):
    now = 0
    while True:
        for state in states:
            until = now + rng.expovariate(1 / state["meanS"])
            yield from poisson(state["ratePerSecond"], now, min(until, end), rng)
            now = until
            if now >= end:
                return


def profile(points, rng):
    """Thinning, after Lewis and Shedler 1979."""
    for (start, first), (end, last) in zip(points, points[1:]):
        most = max(first, last)
        for now in poisson(most, start, end, rng):
            rate = first + (last - first) * (now - start) / (end - start)
            if rng.random() * most < rate:
                yield now


def times(arrivals, end, rng):
    """Seconds from the start at which requests arrive."""
    process = arrivals["process"]
    if process == "poisson":
        yield from poisson(arrivals["ratePerSecond"], 0, end, rng)
    elif process == "deterministic":
        for number in range(1, math.floor(end * arrivals["ratePerSecond"]) + 1):
            yield number / arrivals["ratePerSecond"]
    elif process == "mmpp":
        yield from mmpp(arrivals["states"], end, rng)
    elif process == "profile":
        yield from profile(arrivals["points"], rng)
    elif process == "trace":
        yield from (time_ms / 1000 for time_ms in arrivals["timesMs"])


class Arrivals(HttpUser):
    """Run with one user: it starts a greenlet for each request, or for each user of a closed stream."""

    host = BASE_URL
    fixed_count = 1
    wait_time = constant(0)

    @task
    def scenario(self):
        started = time.monotonic()
        jobs = [
            gevent.spawn(self.serve, number, stream, started) for number, stream in enumerate(PLAN["streams"])
        ]
        gevent.joinall(jobs)
        self.environment.runner.quit()

    def serve(self, number, stream, started):
        rng = random.Random(PLAN["seed"] * 1000 + number)
        if stream["arrivals"]["process"] == "closed":
            users = range(stream["arrivals"]["users"])
            gevent.joinall([gevent.spawn(self.stay, stream, started, rng) for _ in users])
            return
        sent = []
        for second in times(stream["arrivals"], PLAN["durationS"], rng):
            if second >= PLAN["durationS"]:
                break
            gevent.sleep(max(0, started + second - time.monotonic()))
            sent.append(gevent.spawn(self.send, stream, started))
        gevent.joinall(sent, timeout=30)

    def stay(self, stream, started, rng):
        while time.monotonic() - started < PLAN["durationS"]:
            self.send(stream, started)
            gevent.sleep(draw(stream["arrivals"]["think"], rng) / 1000)

    def send(self, stream, started):
        second = time.monotonic() - started
        context = {"at": stream["at"], "class": stream["class"], "second": second}
        name = stream["method"] + " " + stream["path"] + " " + stream["class"]
        self.client.request(stream["method"], stream["path"], name=name.strip(), context=context)


@events.request.add_listener
def remember(response_time, exception, context, **_):
    if context.get("second", 0) >= PLAN["warmupS"]:
        SAMPLES.append((context.get("at"), context.get("class"), response_time, exception is not None))


def figure(goal):
    mine = [
        sample
        for sample in SAMPLES
        if goal["at"] in (None, sample[0]) and goal["class"] in (None, sample[1])
    ]
    if goal["figure"] == "throughputPerSecond":
        return sum(not sample[3] for sample in mine) / max(1e-9, PLAN["durationS"] - PLAN["warmupS"])
    if not mine:
        return None
    if goal["figure"] == "errorRate":
        return sum(sample[3] for sample in mine) / len(mine)
    answered = sorted(sample[2] for sample in mine if not sample[3])
    if not answered:
        return None
    if goal["figure"] == "mean":
        return sum(answered) / len(answered)
    share = 1 if goal["figure"] == "max" else int(goal["figure"][1:]) / 100
    return answered[max(0, math.ceil(share * len(answered)) - 1)]


@events.quitting.add_listener
def hold_objectives(environment, **_):
    for goal in PLAN["goals"]:
        value = figure(goal)
        met = value is not None and (
            value < goal["value"] if goal["bound"] == "below" else value > goal["value"]
        )
        print(goal["id"], "met" if met else "missed", value, goal["bound"], goal["value"])
        if not met:
            environment.process_exit_code = 1
`;
