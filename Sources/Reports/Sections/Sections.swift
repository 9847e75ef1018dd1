// SPDX-License-Identifier: Apache-2.0

/// All sections, in the order in which they are read.
public let sections: [any ReportSection.Type] = [
    SummarySection.self, CautionsSection.self, SetupSection.self, DataSection.self, TrivialSection.self,
    ScoresSection.self,
    RanksSection.self,
    SignificanceSection.self, BalancingSection.self, SweepsSection.self, RankingsSection.self, ImbalanceSection.self,
    StabilitySection.self,
    RobustnessSection.self, CostSection.self,
    TuningSection.self, FailuresSection.self, ChecklistSection.self, CitationsSection.self, ReproduceSection.self,
]
