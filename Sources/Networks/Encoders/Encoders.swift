// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// All encoders, one line each.
public let encoders = Registry<EncoderEntry>(
    "encoder",
    [
        EncoderEntry(MLP.self),
        EncoderEntry(SmallCNN.self),
        EncoderEntry(TokenBag.self),
    ])
