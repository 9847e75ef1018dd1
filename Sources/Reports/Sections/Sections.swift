// SPDX-License-Identifier: Apache-2.0

/// All sections, in the order in which they are read.
public let sections: [any ReportSection.Type] = [
    SummarySection.self, SetupSection.self, ScoresSection.self, DifferencesSection.self, ImbalanceSection.self,
    FailuresSection.self, ReproduceSection.self,
]
