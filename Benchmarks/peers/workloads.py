# SPDX-License-Identifier: Apache-2.0
"""The reference workloads W1 to W7 as data: parameters, initial values, batches, and each model over a backend.

A backend (torch_backend.py, jax_backend.py) offers the operations; a model here is a function of (ops, parameters,
state, batch) that returns the loss. Pictures are channels-first for PyTorch and channels-last for JAX.
"""
import math

import numpy as np


def words(key, count):
    """Philox4x64-10 of (key0, key1), counter from 1."""
    return np.random.Philox(key=np.array(key, np.uint64), counter=np.zeros(4, np.uint64)).random_raw(count)


def uniform(key, shape, half_width):
    count = math.prod(shape)
    unit = (words(key, count) >> np.uint64(40)).astype(np.float32) * np.float32(2.0**-23) - np.float32(1)
    return (unit * np.float32(half_width)).reshape(shape)


def integers(key, shape, low, high):
    raw = (words(key, math.prod(shape)) >> np.uint64(33)).astype(np.int64)
    return (low + raw % np.int64(high - low)).reshape(shape)


class Parameters:
    """Collects names, shapes and half-widths in the order of the definition."""

    def __init__(self):
        self.entries = []

    def add(self, name, shape, half_width=None, constant=0.0):
        self.entries.append((name, shape, half_width, constant))

    def linear(self, name, inputs, outputs):
        bound = 1 / math.sqrt(inputs)
        self.add(name + ".weight", (outputs, inputs), bound)
        self.add(name + ".bias", (outputs,), bound)

    def convolution(self, name, inputs, outputs, kernel, wide=False):
        area = kernel * kernel
        bound = math.sqrt(6 / (outputs * area)) if wide else 1 / math.sqrt(inputs * area)
        self.add(name + ".weight", (outputs, inputs, kernel, kernel), bound)

    def norm(self, name, channels):
        self.add(name + ".weight", (channels,), constant=1.0)
        self.add(name + ".bias", (channels,))

    def initial(self, number):
        return {
            name: uniform((2000 + number, place), shape, bound) if bound is not None else
            np.full(shape, np.float32(constant), np.float32)
            for place, (name, shape, bound, constant) in enumerate(self.entries)
        }


# ---- parts ----


def picture_parameters(p, name, channels):
    for place, (i, o) in enumerate([(channels, 16), (16, 32), (32, 64)], 1):
        p.convolution(f"{name}.conv{place}", i, o, 3)
        p.norm(f"{name}.norm{place}", o)
    p.linear(f"{name}.fc", 64, 128)


def picture(ops, name, x, groups=None):
    for place in (1, 2, 3):
        x = ops.convolution(f"{name}.conv{place}", x, 2, 1)
        norm = f"{name}.norm{place}"
        x = ops.relu(ops.group_norm(norm, x, groups[place - 1]) if groups else ops.batch_norm(norm, x))
    return ops.relu(ops.linear(f"{name}.fc", ops.mean_positions(x)))


def bag_parameters(p, name):
    p.add(f"{name}.emb.weight", (1000, 64), math.sqrt(3))
    p.linear(f"{name}.fc1", 64, 128)
    p.linear(f"{name}.fc2", 128, 128)


def bag(ops, name, tokens):
    x = ops.mean(ops.embedding(f"{name}.emb.weight", tokens), 1)
    return ops.relu(ops.linear(f"{name}.fc2", ops.relu(ops.linear(f"{name}.fc1", x))))


# ---- workloads ----


class MLPConcat:
    batch, batches, optimizer, rate, decay, classes = 64, 8, "sgd", 0.05, 0.0, 10
    data = [("numbers", (512,)), ("numbers", (300,)), ("integers", (), 0, 10)]

    @staticmethod
    def parameters(p):
        for name, inputs in (("enc_a", 512), ("enc_b", 300)):
            p.linear(name + ".fc1", inputs, 256)
            p.linear(name + ".fc2", 256, 128)
        p.linear("head", 256, 10)

    @staticmethod
    def loss(ops, a, b, y):
        def encode(name, x):
            return ops.relu(ops.linear(name + ".fc2", ops.relu(ops.linear(name + ".fc1", x))))

        return ops.cross_entropy(ops.linear("head", ops.concatenate([encode("enc_a", a), encode("enc_b", b)])), y)


class ImageText:
    batch, batches, optimizer, rate, decay = 64, 8, "sgd", 0.05, 0.0
    data = [("pictures", (3, 32, 32)), ("integers", (16,), 0, 1000), ("integers", (), 0, 10)]

    @staticmethod
    def parameters(p):
        picture_parameters(p, "img", 3)
        bag_parameters(p, "txt")
        p.linear("head", 256, 10)

    @staticmethod
    def loss(ops, image, text, y):
        h = ops.concatenate([picture(ops, "img", image), bag(ops, "txt", text)])
        return ops.cross_entropy(ops.linear("head", h), y)


class VideoAudio:
    batch, batches, optimizer, rate, decay = 32, 8, "sgd", 0.05, 0.0
    data = [("pictures", (8, 1, 32, 32)), ("pictures", (1, 40, 64)), ("integers", (), 0, 10)]

    @staticmethod
    def parameters(p):
        picture_parameters(p, "vid", 1)
        picture_parameters(p, "aud", 1)
        p.linear("gate", 256, 128)
        p.linear("fv", 128, 128)
        p.linear("fa", 128, 128)
        p.linear("head", 128, 10)

    @staticmethod
    def loss(ops, video, audio, y):
        frames = picture(ops, "vid", ops.merge_frames(video), (4, 8, 8))
        v = ops.mean(frames.reshape(-1, 8, 128), 1)
        a = picture(ops, "aud", audio, (4, 8, 8))
        g = ops.sigmoid(ops.linear("gate", ops.concatenate([v, a])))
        h = g * ops.tanh(ops.linear("fv", v)) + (1 - g) * ops.tanh(ops.linear("fa", a))
        return ops.cross_entropy(ops.linear("head", h), y)


class DualEncoder:
    batch, batches, optimizer, rate, decay = 128, 8, "adam", 1e-3, 0.0
    data = [("pictures", (3, 32, 32)), ("integers", (16,), 0, 1000)]

    @staticmethod
    def parameters(p):
        picture_parameters(p, "img", 3)
        bag_parameters(p, "txt")
        p.linear("proj_i", 128, 128)
        p.linear("proj_t", 128, 128)
        p.add("logit_scale", (), constant=math.log(1 / 0.07))

    @staticmethod
    def loss(ops, image, text):
        i = ops.unit_rows(ops.linear("proj_i", picture(ops, "img", image)))
        t = ops.unit_rows(ops.linear("proj_t", bag(ops, "txt", text)))
        logits = ops.exp(ops.parameter("logit_scale")) * (i @ t.T)
        diagonal = ops.arange(logits.shape[0])
        return (ops.cross_entropy(logits, diagonal) + ops.cross_entropy(logits.T, diagonal)) / 2


class Generation:
    batch, batches, optimizer, rate, decay = 64, 8, "adam", 1e-3, 0.0
    data = [("pictures", (3, 32, 32)), ("integers", (16,), 0, 1000), ("integers", (12,), 1, 200)]

    @staticmethod
    def parameters(p):
        picture_parameters(p, "img", 3)
        bag_parameters(p, "txt")
        p.linear("ctx", 256, 128)
        p.add("tok.weight", (200, 128), math.sqrt(3))
        bound = 1 / math.sqrt(128)
        p.add("gru.weight_ih_l0", (384, 128), bound)
        p.add("gru.weight_hh_l0", (384, 128), bound)
        p.add("gru.bias_ih_l0", (384,), bound)
        p.add("gru.bias_hh_l0", (384,), bound)
        p.linear("out", 128, 200)

    @staticmethod
    def loss(ops, image, text, target):
        context = ops.concatenate([picture(ops, "img", image), bag(ops, "txt", text)])
        state = ops.relu(ops.linear("ctx", context))
        inputs = ops.embedding("tok.weight", ops.shift_right(target))
        logits = ops.linear("out", ops.gru("gru", inputs, state))
        return ops.cross_entropy(logits.reshape(-1, 200), target.reshape(-1))


class ResNetPair:
    batch, batches, optimizer, rate, decay = 16, 4, "sgd", 1e-3, 1e-4
    data = [("pictures", (3, 112, 112)), ("pictures", (1, 128, 128)), ("integers", (), 0, 6)]

    @staticmethod
    def parameters(p):
        for name, channels in (("vis", 3), ("aud", 1)):
            p.convolution(name + ".conv1", channels, 64, 7, wide=True)
            p.norm(name + ".bn1", 64)
            inputs = 64
            for stage, outputs in enumerate((64, 128, 256, 512), 1):
                for block in range(2):
                    q = f"{name}.layer{stage}.{block}"
                    p.convolution(q + ".conv1", inputs, outputs, 3, wide=True)
                    p.norm(q + ".bn1", outputs)
                    p.convolution(q + ".conv2", outputs, outputs, 3, wide=True)
                    p.norm(q + ".bn2", outputs)
                    if inputs != outputs:
                        p.convolution(q + ".down.conv", inputs, outputs, 1, wide=True)
                        p.norm(q + ".down.bn", outputs)
                    inputs = outputs
        p.linear("head", 1024, 6)

    @staticmethod
    def loss(ops, frame, spectrogram, y):
        def encode(name, x):
            x = ops.relu(ops.batch_norm(name + ".bn1", ops.convolution(name + ".conv1", x, 2, 3)))
            x = ops.max_pool(x)
            for stage in range(1, 5):
                for block in range(2):
                    q = f"{name}.layer{stage}.{block}"
                    stride = 2 if stage > 1 and block == 0 else 1
                    inner = ops.relu(ops.batch_norm(q + ".bn1", ops.convolution(q + ".conv1", x, stride, 1)))
                    inner = ops.batch_norm(q + ".bn2", ops.convolution(q + ".conv2", inner, 1, 1))
                    if stride == 2:
                        x = ops.batch_norm(q + ".down.bn", ops.convolution(q + ".down.conv", x, 2, 0))
                    x = ops.relu(inner + x)
            return ops.mean_positions(x)

        h = ops.concatenate([encode("vis", frame), encode("aud", spectrogram)])
        return ops.cross_entropy(ops.linear("head", h), y)


class TransformerPair:
    batch, batches, optimizer, rate, decay = 32, 8, "adamw", 3e-4, 0.05
    data = [("numbers", (64, 192)), ("numbers", (64, 80)), ("integers", (), 0, 10)]

    @staticmethod
    def parameters(p):
        for name, inputs in (("a", 192), ("b", 80)):
            p.linear(name + ".embed", inputs, 128)
            p.add(name + ".pos", (64, 128), 0.02 * math.sqrt(3))
            for block in range(4):
                q = f"{name}.block{block}"
                p.norm(q + ".ln1", 128)
                p.linear(q + ".qkv", 128, 384)
                p.linear(q + ".proj", 128, 128)
                p.norm(q + ".ln2", 128)
                p.linear(q + ".fc1", 128, 512)
                p.linear(q + ".fc2", 512, 128)
            p.norm(name + ".ln", 128)
        p.norm("x.ln_q", 128)
        p.norm("x.ln_kv", 128)
        p.linear("x.q", 128, 128)
        p.linear("x.kv", 128, 256)
        p.linear("x.proj", 128, 128)
        p.norm("x.ln2", 128)
        p.linear("x.fc1", 128, 512)
        p.linear("x.fc2", 512, 128)
        p.norm("x.ln", 128)
        p.linear("head", 128, 10)

    @staticmethod
    def loss(ops, a, b, y):
        def inner(q, x):
            h = ops.layer_norm(q + ".ln2", x)
            return x + ops.linear(q + ".fc2", ops.gelu(ops.linear(q + ".fc1", h)))

        def encode(name, x):
            x = ops.linear(name + ".embed", x) + ops.parameter(name + ".pos")
            for block in range(4):
                q = f"{name}.block{block}"
                queries, keys, values = ops.split(ops.linear(q + ".qkv", ops.layer_norm(q + ".ln1", x)), 3)
                x = inner(q, x + ops.linear(q + ".proj", ops.attention(queries, keys, values, 4)))
            return ops.layer_norm(name + ".ln", x)

        a, b = encode("a", a), encode("b", b)
        keys, values = ops.split(ops.linear("x.kv", ops.layer_norm("x.ln_kv", b)), 2)
        queries = ops.linear("x.q", ops.layer_norm("x.ln_q", a))
        x = inner("x", a + ops.linear("x.proj", ops.attention(queries, keys, values, 4)))
        return ops.cross_entropy(ops.linear("head", ops.mean(ops.layer_norm("x.ln", x), 1)), y)


ALL = {
    "W1": MLPConcat, "W2": ImageText, "W3": VideoAudio, "W4": DualEncoder, "W5": Generation, "W6": ResNetPair,
    "W7": TransformerPair,
}


def build(name):
    """Initial values by name, and the data tensors with all samples."""
    number, workload = int(name[1:]), ALL[name]
    p = Parameters()
    workload.parameters(p)
    samples = workload.batch * workload.batches
    data = []
    for place, (kind, shape, *bounds) in enumerate(workload.data):
        key, full = (1000 + number, place), (samples,) + shape
        data.append(integers(key, full, *bounds) if kind == "integers" else uniform(key, full, math.sqrt(3)))
    return workload, p.initial(number), data
