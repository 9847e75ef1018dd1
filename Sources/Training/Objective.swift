// SPDX-License-Identifier: Apache-2.0

import Tasks

/// What is minimized: weighted scalar terms, each for some components.
public struct Objective {
    public struct Term {
        public var weight: Float
        public var loss: Node
        /// The components that receive its gradient; nil: all that it reaches.
        public var components: [Component]?

        public init(_ weight: Float, _ loss: Node, for components: [Component]? = nil) {
            self.weight = weight
            self.loss = loss
            self.components = components
        }
    }

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
    public var index: Int

    public init(modalities: [Modality]? = nil, trains: [Component]? = nil, index: Int = 0) {
        self.modalities = modalities
        self.trains = trains
        self.index = index
    }

    public static let whole = [Pass()]
}

/// A row of the training split as one epoch sees it.
public struct TrainingSample: Equatable, Sendable {
    public var row: Int
    /// Bit m: modality m is there.
    public var present: UInt32

    public init(_ row: Int, present: UInt32 = .max) {
        self.row = row
        self.present = present
    }
}
