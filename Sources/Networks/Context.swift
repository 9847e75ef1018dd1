// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// What a layer needs to know of the moment: the tape, the parameters, training or evaluation, this step's chance.
public struct Context {
    /// Where operations are recorded.
    public let tape: Tape
    /// Where layers find their numbers.
    public let parameters: Parameters
    /// Whether dropout, batch statistics and the like are those of training.
    public let training: Bool
    /// Key of this step's dropout; layers fold their name.
    public let key: RandomKey
    /// Which components' parameters are trained: bit i stands for `parameters.components[i]`. The others are constants.
    public let trains: UInt64
    /// Whether batch norms move their running statistics in training; nil: while gradients are recorded, so that passes
    /// for scores leave no trace.
    public let movesStatistics: Bool?

    public init(
        tape: Tape, parameters: Parameters, training: Bool, key: RandomKey, trains: UInt64 = .max,
        movesStatistics: Bool? = nil
    ) {
        self.tape = tape
        self.parameters = parameters
        self.training = training
        self.key = key
        self.trains = trains
        self.movesStatistics = movesStatistics
    }

    /// A parameter on the tape.
    public func callAsFunction(_ id: ParameterID) -> Node { parameters.node(id, on: tape, trains: trains) }

    /// The same moment with a key of its own: dropout of one part does not move with another's.
    public func scoped(_ name: String) -> Context {
        Context(
            tape: tape, parameters: parameters, training: training, key: key.fold(name), trains: trains,
            movesStatistics: movesStatistics)
    }

    /// The same moment with the parameters of one component held constant.
    public func freezing(_ component: Component) -> Context {
        Context(
            tape: tape, parameters: parameters, training: training, key: key,
            trains: trains & ~parameters.mask([component]), movesStatistics: movesStatistics)
    }

    /// Dropout in training, nothing in evaluation.
    func dropout(_ x: Node, _ probability: Float, _ word: String) -> Node {
        training ? x.dropout(probability, key: key.fold(word)) : x
    }
}
