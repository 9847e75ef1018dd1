# SPDX-License-Identifier: Apache-2.0
"""The operations of workloads.py in JAX: one donated, compiled step, channels last."""
import functools

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax


class Operations:
    def __init__(self, values, running):
        self.values, self.running, self.fresh = values, running, {}

    def parameter(self, name):
        return self.values[name]

    def linear(self, name, x):
        return x @ self.values[name + ".weight"].T + self.values[name + ".bias"]

    def convolution(self, name, x, stride, padding):
        return lax.conv_general_dilated(
            x, self.values[name + ".weight"], (stride, stride), [(padding, padding)] * 2,
            dimension_numbers=("NHWC", "HWIO", "NHWC"))

    def affine(self, name, x):
        return x * self.values[name + ".weight"] + self.values[name + ".bias"]

    def batch_norm(self, name, x):
        mean, variance = x.mean((0, 1, 2)), x.var((0, 1, 2))
        count = x.size / x.shape[-1]
        old_mean, old_variance = self.running[name]
        unbiased = variance * (count / (count - 1))
        self.fresh[name] = lax.stop_gradient((0.9 * old_mean + 0.1 * mean, 0.9 * old_variance + 0.1 * unbiased))
        return self.affine(name, (x - mean) * lax.rsqrt(variance + 1e-5))

    def group_norm(self, name, x, groups):
        n, h, w, c = x.shape
        g = x.reshape(n, h, w, groups, c // groups)
        mean, variance = g.mean((1, 2, 4), keepdims=True), g.var((1, 2, 4), keepdims=True)
        return self.affine(name, ((g - mean) * lax.rsqrt(variance + 1e-5)).reshape(x.shape))

    def layer_norm(self, name, x):
        mean, variance = x.mean(-1, keepdims=True), x.var(-1, keepdims=True)
        return self.affine(name, (x - mean) * lax.rsqrt(variance + 1e-5))

    relu, tanh, sigmoid, exp = map(staticmethod, (jax.nn.relu, jnp.tanh, jax.nn.sigmoid, jnp.exp))

    @staticmethod
    def gelu(x):
        return jax.nn.gelu(x, approximate=True)

    @staticmethod
    def max_pool(x):
        return lax.reduce_window(x, -jnp.inf, lax.max, (1, 3, 3, 1), (1, 2, 2, 1), ((0, 0), (1, 1), (1, 1), (0, 0)))

    @staticmethod
    def mean_positions(x):
        return x.mean((1, 2))

    @staticmethod
    def mean(x, axis):
        return x.mean(axis)

    @staticmethod
    def merge_frames(x):
        return x.reshape((-1,) + x.shape[2:])

    def embedding(self, name, tokens):
        return self.values[name][tokens]

    @staticmethod
    def concatenate(parts):
        return jnp.concatenate(parts, 1)

    @staticmethod
    def split(x, parts):
        return jnp.split(x, parts, -1)

    @staticmethod
    def unit_rows(x):
        return x / jnp.maximum(jnp.sqrt((x * x).sum(1, keepdims=True)), 1e-12)

    @staticmethod
    def arange(count):
        return jnp.arange(count)

    @staticmethod
    def shift_right(tokens):
        return jnp.pad(tokens[:, :-1], ((0, 0), (1, 0)))

    def gru(self, name, x, state):
        wi, wh, bi, bh = (
            self.values[f"{name}.{part}_l0"] for part in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"))
        gates = x @ wi.T + bi

        def one(h, gate):
            inner = h @ wh.T + bh
            r = jax.nn.sigmoid(gate[:, :128] + inner[:, :128])
            z = jax.nn.sigmoid(gate[:, 128:256] + inner[:, 128:256])
            n = jnp.tanh(gate[:, 256:] + r * inner[:, 256:])
            h = (1 - z) * n + z * h
            return h, h

        return jnp.swapaxes(lax.scan(one, state, jnp.swapaxes(gates, 0, 1))[1], 0, 1)

    @staticmethod
    def attention(q, k, v, heads):
        def apart(x):
            return x.reshape(x.shape[0], x.shape[1], heads, -1).swapaxes(1, 2)

        q, k, v = apart(q), apart(k), apart(v)
        weights = jax.nn.softmax(q @ k.swapaxes(-1, -2) / q.shape[-1] ** 0.5, -1)
        return (weights @ v).swapaxes(1, 2).reshape(q.shape[0], q.shape[2], -1)

    @staticmethod
    def cross_entropy(logits, targets):
        return -jnp.take_along_axis(jax.nn.log_softmax(logits), targets[:, None], 1).mean()


def stepper(workload, parameters, data, mode, threads):
    values = {n: jnp.asarray(v.transpose(2, 3, 1, 0) if v.ndim == 4 else v) for n, v in parameters.items()}
    running = {
        n[:-7]: (jnp.zeros(v.shape), jnp.ones(v.shape))
        for n, v in values.items() if n.endswith(".weight") and v.ndim == 1
    }
    data = [jnp.asarray(np.moveaxis(d, -3, -1) if kind[0] == "pictures" else d) for d, kind in zip(data, workload.data)]
    size, rate, decay = workload.batch, workload.rate, workload.decay
    batches = [[d[i * size:(i + 1) * size] for d in data] for i in range(workload.batches)]
    zeros = {n: jnp.zeros_like(v) for n, v in values.items()}

    def update(values, gradients, memory, count):
        if workload.optimizer == "sgd":
            buffer = {n: 0.9 * memory[0][n] + g + decay * values[n] for n, g in gradients.items()}
            return {n: v - rate * buffer[n] for n, v in values.items()}, (buffer,)
        first = {n: 0.9 * memory[0][n] + 0.1 * g for n, g in gradients.items()}
        second = {n: 0.999 * memory[1][n] + 0.001 * g * g for n, g in gradients.items()}
        c1, c2 = 1 - 0.9 ** count, 1 - 0.999 ** count
        keep = 1 - rate * decay
        return {
            n: v * keep - rate * (first[n] / c1) / (jnp.sqrt(second[n] / c2) + 1e-8) for n, v in values.items()
        }, (first, second)

    @functools.partial(jax.jit, donate_argnums=(0, 1, 2))
    def train(values, running, memory, count, batch):
        def loss(values):
            ops = Operations(values, running)
            value = workload.loss(ops, *batch)
            return value, {**running, **ops.fresh}

        (value, fresh), gradients = jax.value_and_grad(loss, has_aux=True)(values)
        values, memory = update(values, gradients, memory, count)
        return value, values, fresh, memory

    memory = (zeros,) if workload.optimizer == "sgd" else (zeros, jax.tree.map(jnp.copy, zeros))
    held = [values, running, memory]

    def step(number):
        value, *held[:] = train(*held, jnp.float32(number + 1), batches[number % workload.batches])
        return float(value)

    return step
