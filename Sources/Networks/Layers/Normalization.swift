// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// How a convolutional network normalizes.
public enum NormKind: String, FieldChoice { case group, batch }

/// Batch norm with running statistics, which belong to the model as untrained state (momentum 0.1, ε 1e-5).
public struct BatchNorm: Sendable {
    let gamma: ParameterID
    let beta: ParameterID
    let mean: ParameterID
    let variance: ParameterID

    /// Declares scale, shift and running statistics by channel.
    public init(_ name: String, _ channels: Int, _ builder: ParameterBuilder) {
        (gamma, beta, mean, variance) = builder.scope(name) {
            (
                builder.declare("gamma", Shape(channels), .constant(1)),
                builder.declare("beta", Shape(channels), .constant(0)),
                builder.declareState("running_mean", Shape(channels), .constant(0)),
                builder.declareState("running_var", Shape(channels), .constant(1))
            )
        }
    }

    /// Normalizes each channel: by the batch in training, by running statistics otherwise.
    public func callAsFunction(_ x: Node, _ context: Context, _ activation: Activation = .identity) -> Node {
        let parameters = context.parameters
        let running = RunningStatistics(
            mean: parameters.buffer.pointer + parameters[mean].offset,
            variance: parameters.buffer.pointer + parameters[variance].offset)
        return x.batchNorm(
            gamma: context(gamma), beta: context(beta), running, training: context.training,
            moving: context.movesStatistics ?? context.tape.recordsGradients, activation)
    }
}

/// Group norm over neighbouring channels (Wu & He, ECCV 2018; ε 1e-5).
public struct GroupNorm: Sendable {
    let gamma: ParameterID
    let beta: ParameterID
    let groups: Int

    /// Declares scale and shift by channel.
    public init(_ name: String, _ channels: Int, groups: Int, _ builder: ParameterBuilder) {
        (gamma, beta) = builder.scope(name) {
            (
                builder.declare("gamma", Shape(channels), .constant(1)),
                builder.declare("beta", Shape(channels), .constant(0))
            )
        }
        self.groups = groups
    }

    /// Normalizes each sample's groups of channels.
    public func callAsFunction(_ x: Node, _ context: Context, _ activation: Activation = .identity) -> Node {
        x.groupNorm(groups: groups, gamma: context(gamma), beta: context(beta), activation)
    }
}

/// One of the two, by choice.
public enum ChannelNorm: Sendable {
    /// By sample and group of channels.
    case group(GroupNorm)
    /// By channel over the batch.
    case batch(BatchNorm)

    /// Declares the norm of this kind.
    public init(_ kind: NormKind, _ name: String, _ channels: Int, groups: Int, _ builder: ParameterBuilder) {
        switch kind {
        case .group: self = .group(GroupNorm(name, channels, groups: groups, builder))
        case .batch: self = .batch(BatchNorm(name, channels, builder))
        }
    }

    /// Normalizes, then applies the activation.
    public func callAsFunction(_ x: Node, _ context: Context, _ activation: Activation = .identity) -> Node {
        switch self {
        case .group(let norm): norm(x, context, activation)
        case .batch(let norm): norm(x, context, activation)
        }
    }
}

/// Layer norm over the last axis (ε 1e-5).
public struct LayerNorm: Sendable {
    let gamma: ParameterID
    let beta: ParameterID

    /// Declares scale and shift.
    public init(_ name: String, _ width: Int, _ builder: ParameterBuilder) {
        (gamma, beta) = builder.scope(name) {
            (
                builder.declare("gamma", Shape(width), .constant(1)),
                builder.declare("beta", Shape(width), .constant(0))
            )
        }
    }

    /// Normalizes each vector of the last axis.
    public func callAsFunction(_ x: Node, _ context: Context) -> Node {
        x.layerNorm(gamma: context(gamma), beta: context(beta))
    }
}
