// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// All encoders, one line each.
public let encoders = Registry<EncoderEntry>(
    "encoder",
    [
        EncoderEntry(FrameCNN.self),
        EncoderEntry(SpectrogramCNN.self),
        EncoderEntry(MLP.self),
        EncoderEntry(ResNet18.self),
        EncoderEntry(SmallCNN.self),
        EncoderEntry(TextGRU.self),
        EncoderEntry(TextTransformer.self),
        EncoderEntry(TokenBag.self),
        EncoderEntry(VisionTransformer.self),
    ])
