# SPDX-License-Identifier: Apache-2.0
"""The operations of workloads.py in PyTorch."""
import torch
import torch.nn.functional as F


class Operations:
    def __init__(self, parameters, tuned):
        self.values, self.running, self.tuned = {}, {}, tuned
        for name, value in parameters.items():
            tensor = torch.from_numpy(value)
            if tuned and tensor.dim() == 4:
                tensor = tensor.contiguous(memory_format=torch.channels_last)
            self.values[name] = torch.nn.Parameter(tensor)

    def parameter(self, name):
        return self.values[name]

    def pair(self, name):
        return self.values[name + ".weight"], self.values[name + ".bias"]

    def linear(self, name, x):
        return F.linear(x, *self.pair(name))

    def convolution(self, name, x, stride, padding):
        return F.conv2d(x, self.values[name + ".weight"], stride=stride, padding=padding)

    def batch_norm(self, name, x):
        weight, bias = self.pair(name)
        if name not in self.running:
            self.running[name] = (torch.zeros_like(bias).detach(), torch.ones_like(bias).detach())
        return F.batch_norm(x, *self.running[name], weight, bias, training=True, momentum=0.1, eps=1e-5)

    def group_norm(self, name, x, groups):
        return F.group_norm(x, groups, *self.pair(name))

    def layer_norm(self, name, x):
        return F.layer_norm(x, x.shape[-1:], *self.pair(name))

    relu, tanh, sigmoid, exp = staticmethod(F.relu), staticmethod(torch.tanh), staticmethod(torch.sigmoid), staticmethod(torch.exp)

    @staticmethod
    def gelu(x):
        return F.gelu(x, approximate="tanh")

    @staticmethod
    def max_pool(x):
        return F.max_pool2d(x, 3, 2, 1)

    @staticmethod
    def mean_positions(x):
        return x.mean((2, 3))

    @staticmethod
    def mean(x, axis):
        return x.mean(axis)

    @staticmethod
    def merge_frames(x):
        return x.flatten(0, 1)

    def embedding(self, name, tokens):
        return F.embedding(tokens, self.values[name])

    @staticmethod
    def concatenate(parts):
        return torch.cat(parts, 1)

    @staticmethod
    def split(x, parts):
        return x.chunk(parts, -1)

    @staticmethod
    def unit_rows(x):
        return F.normalize(x, dim=1, eps=1e-12)

    @staticmethod
    def arange(count):
        return torch.arange(count)

    @staticmethod
    def shift_right(tokens):
        return F.pad(tokens[:, :-1], (1, 0))

    def gru(self, name, x, state):
        weights = [self.values[f"{name}.{part}_l0"] for part in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")]
        return torch._VF.gru(x, state[None], weights, True, 1, 0.0, True, False, True)[0]

    @staticmethod
    def attention(q, k, v, heads):
        def apart(x):
            return x.unflatten(-1, (heads, -1)).transpose(1, 2)

        return F.scaled_dot_product_attention(apart(q), apart(k), apart(v)).transpose(1, 2).flatten(2)

    cross_entropy = staticmethod(F.cross_entropy)


def stepper(workload, parameters, data, mode, threads):
    """A function of the step's number that trains once and returns the loss, and one that returns the weights."""
    torch.set_num_threads(threads)
    torch.set_num_interop_threads(1)
    tuned = mode != "eager"
    ops = Operations(parameters, tuned)
    tensors = [torch.from_numpy(d) for d in data]
    if tuned:
        tensors = [t.contiguous(memory_format=torch.channels_last) if t.dim() == 4 else t for t in tensors]
    kind = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam, "adamw": torch.optim.AdamW}[workload.optimizer]
    extra = {"momentum": 0.9} if workload.optimizer == "sgd" else {}
    if tuned:
        extra["fused"] = True
    optimizer = kind(ops.values.values(), lr=workload.rate, weight_decay=workload.decay, **extra)

    def loss(*batch):
        return workload.loss(ops, *batch)

    if mode == "compile":
        torch._dynamo.config.allow_rnn = True
        loss = torch.compile(loss)
    size = workload.batch
    batches = [[t[i * size:(i + 1) * size] for t in tensors] for i in range(workload.batches)]

    def step(number):
        optimizer.zero_grad()
        value = loss(*batches[number % workload.batches])
        value.backward()
        optimizer.step()
        return value.item()

    return step
