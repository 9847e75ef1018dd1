# SPDX-License-Identifier: Apache-2.0
"""Times one workload under one framework; prints one line of JSON with the keys of `pdmpbench perf --format json`."""
import argparse
import json
import os
import resource
import statistics
import time

begun = float(os.environ.get("PEER_BEGUN", time.time()))

options = argparse.ArgumentParser(description=__doc__)
options.add_argument("workload")
options.add_argument("--framework", choices=["torch", "jax"], default="torch")
options.add_argument("--mode", choices=["eager", "tuned", "compile", "jit"], default="eager")
options.add_argument("--steps", type=int, default=200)
options.add_argument("--warmup", type=int, default=10)
options.add_argument("--threads", type=int, default=1)
chosen = options.parse_args()
if chosen.threads == 1:
    # JAX has no other way to keep to one thread; PyTorch runs under the same condition.
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})

import workloads  # noqa: E402

workload, parameters, data = workloads.build(chosen.workload)
if chosen.framework == "torch":
    from torch_backend import stepper
else:
    from jax_backend import stepper
step = stepper(workload, parameters, data, chosen.mode, chosen.threads)

losses, times, first = [], [], 0.0
for number in range(chosen.steps):
    before = time.perf_counter()
    losses.append(step(number))
    times.append(time.perf_counter() - before)
    if number == 0:
        first = time.time() - begun
counted = sorted(times[min(chosen.warmup, chosen.steps - 1):])
median = statistics.median(counted)
print(json.dumps({
    "framework": chosen.framework, "mode": chosen.mode, "workload": chosen.workload, "threads": chosen.threads,
    "steps": chosen.steps, "median_ms": median * 1e3, "min_ms": counted[0] * 1e3,
    "p90_ms": counted[int(0.9 * (len(counted) - 1))] * 1e3, "samples_per_s": workload.batch / median,
    "first_step_s": first, "total_s": time.time() - begun,
    "peak_rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "losses": {str(n): losses[n - 1] for n in (1, 2, 5, 10, 50, 200) if n <= len(losses)},
}))
