// SPDX-License-Identifier: Apache-2.0

import Tasks

/// What is minimized: weighted scalar terms, each for some components.
public struct Objective {
    /// A loss with its weight.
    public struct Term {
        /// Its factor in the sum.
        public var weight: Float
        /// A scalar.
        public var loss: Node
        /// The components that receive its gradient; nil: all that it reaches.
        public var components: [Component]?

        /// A loss for all components, or for some.
        public init(_ weight: Float, _ loss: Node, for components: [Component]? = nil) {
            self.weight = weight
            self.loss = loss
            self.components = components
        }
    }

    /// In order; their weighted sum is minimized.
    public var terms: [Term]
    /// What curves show as the training loss: the task's loss of the fused prediction.
    public var reported: Node

    /// The loss of the fused prediction and nothing else.
    public init(_ loss: Node) {
        terms = [Term(1, loss)]
        reported = loss
    }

    /// `reported` is the first term unless it is given.
    public init(terms: [Term], reported: Node? = nil) {
        self.terms = terms
        self.reported = reported ?? terms[0].loss
    }

    /// Adds a term for everything that it reaches; a term of weight 0 is left out.
    public mutating func add(_ weight: Float, _ loss: Node) {
        if weight != 0 { terms.append(Term(weight, loss)) }
    }
}

/// One of the updates of a batch: what is encoded and what is trained.
public struct Pass: Equatable, Sendable {
    /// The modalities that go through their encoders; nil: all of the model.
    public var modalities: [Modality]?
    /// The components that get gradients and are updated; the optimizer does not touch the others at all. nil: all.
    public var trains: [Component]?
    /// Its number among the passes of the batch, from 0.
    public var index: Int

    public init(modalities: [Modality]? = nil, trains: [Component]? = nil, index: Int = 0) {
        self.modalities = modalities
        self.trains = trains
        self.index = index
    }

    /// One update of everything.
    public static let whole = [Pass()]
}

/// A row of the training split as one epoch sees it.
public struct TrainingSample: Equatable, Sendable {
    /// Row of the training split.
    public var row: Int
    /// Bit m: modality m is there.
    public var present: UInt32

    /// A row with the modalities that are there; all of them if left out.
    public init(_ row: Int, present: UInt32 = .max) {
        self.row = row
        self.present = present
    }
}
