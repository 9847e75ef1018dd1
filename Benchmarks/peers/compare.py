# SPDX-License-Identifier: Apache-2.0
"""Times pdmpbench and its peers in turns, on one core, and prints the ratios.

ratio = the fastest peer's median / ours, of the lowest medians over the rounds. A peer that cannot run a workload is shown
as "-", with the reason below the table and in the output.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import time

USUAL = {"W6": (14, 3), "W7": (40, 5)}
PEERS = [("torch", "eager"), ("torch", "tuned"), ("torch", "compile"), ("jax", "jit")]

options = argparse.ArgumentParser(description=__doc__)
options.add_argument("--program", default=".build/release/pdmpbench")
options.add_argument("--workloads", nargs="+", default=[f"W{n}" for n in range(1, 8)])
options.add_argument("--peers", nargs="+", default=["/".join(p) for p in PEERS], help="such as torch/tuned")
options.add_argument("--rounds", type=int, default=3)
options.add_argument("--steps", type=int, help="steps of each run (default: 200; 14 for W6, 40 for W7)")
options.add_argument("--timeout", type=float, default=900, help="seconds after which a run is given up")
options.add_argument("--output", default="Reports/perf/peers.json")
chosen = options.parse_args()

folder = pathlib.Path(__file__).resolve().parent
core = max(os.sched_getaffinity(0))
# PyTorch gains from glibc keeping freed blocks.
kept = {"MALLOC_MMAP_THRESHOLD_": "1073741824", "MALLOC_TRIM_THRESHOLD_": "1073741824", "MALLOC_TOP_PAD_": "67108864"}


def run(command, **more):
    """The record that a command prints last, or why there is none."""
    begun = {"PEER_BEGUN": str(time.time())}
    try:
        done = subprocess.run(
            command, env={**os.environ, **begun, **more}, capture_output=True, text=True, timeout=chosen.timeout,
            preexec_fn=lambda: os.sched_setaffinity(0, {core}))
    except subprocess.TimeoutExpired:
        return None, f"not done after {chosen.timeout:g} s"
    except OSError as error:
        return None, str(error)
    lines = done.stdout.strip().splitlines()
    if done.returncode == 0 and lines:
        return json.loads(lines[-1]), None
    said = [line for line in done.stderr.strip().splitlines() if line.strip()]
    # The last line that names an error; advice of the framework may follow it.
    named = [line for line in said if "Error" in line.split(":")[0]] or said
    return None, f"exit {done.returncode}: {named[-1].strip() if named else 'nothing was said'}"


best, failed = {}, {}
for workload in chosen.workloads:
    steps, warmup = USUAL.get(workload, (200, 10))
    steps = chosen.steps or steps
    counts = ["--steps", str(steps), "--warmup", str(warmup)]
    for number in range(chosen.rounds):
        commands = {"ours": ([chosen.program, "perf", "--workload", workload, "--format", "json", *counts], {})}
        for peer in chosen.peers:
            framework, mode = peer.split("/")
            command = [sys.executable, str(folder / "peer.py"), workload, "--framework", framework, "--mode", mode]
            commands[peer] = ([*command, *counts], kept if mode in ("tuned", "compile") else {})
        for name, (command, more) in commands.items():
            if name in failed.get(workload, {}):
                continue
            row, reason = run(command, **more)
            if row is None:
                failed.setdefault(workload, {})[name] = reason
                continue
            known = best.setdefault(workload, {})
            if name not in known or row["median_ms"] < known[name]["median_ms"]:
                known[name] = row
            print(f"{workload} round {number + 1} {name}: {row['median_ms']:.3f} ms", file=sys.stderr)

print(f"{'':4}{'ours ms':>10}" + "".join(f"{p:>15}" for p in chosen.peers) + f"{'ratio':>8}{'GFLOP/s':>9}{'MB':>6}{'peer MB':>9}")
for workload, rows in best.items():
    peers = {p: rows[p]["median_ms"] for p in chosen.peers if p in rows}
    if "ours" not in rows or not peers:
        print(f"{workload:4}  no ratio: {'no peer ran' if 'ours' in rows else 'ours did not run'}")
        continue
    ours, fastest = rows["ours"], min(peers, key=peers.get)
    rows["ratio"] = peers[fastest] / ours["median_ms"]
    line = "".join(f"{peers[p]:15.3f}" if p in peers else f"{'-':>15}" for p in chosen.peers)
    memory = min(rows[p]["peak_rss_mb"] for p in peers)
    print(f"{workload:4}{ours['median_ms']:10.3f}{line}{rows['ratio']:8.2f}{ours['gflops']:9.1f}"
          f"{ours['peak_rss_mb']:6.0f}{memory:9.0f}")
for workload, reasons in failed.items():
    for name, reason in reasons.items():
        print(f"{workload} {name}: {reason}")
        best.setdefault(workload, {})[name] = {"failed": reason}
target = pathlib.Path(chosen.output)
target.parent.mkdir(parents=True, exist_ok=True)
target.write_text(json.dumps(best, indent=1, sort_keys=True) + "\n")
sys.exit(1 if any("ours" in reasons for reasons in failed.values()) else 0)
