// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// The factor on the learning rate during each epoch.
public protocol Schedule: Sendable {
    /// Keys of the schedule in YAML.
    associatedtype Options: Configurable = NoOptions
    /// Id, title and source.
    static var card: Card { get }
    /// A schedule with these options.
    init(_ options: Options)
    /// Factor in force during `epoch` (from 0) of `epochs`.
    func factor(epoch: Int, of epochs: Int) -> Double
}

/// A schedule as the registry holds it, its types put away.
public struct ScheduleEntry: RegistryEntry {
    public let card: Card
    /// Its options.
    public let fields: [FieldDescription]
    /// Lays given options over the defaults.
    public let resolve: @Sendable (ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue])
    /// Makes the schedule.
    public let make: @Sendable (ConfigValue) throws -> any Schedule

    init<S: Schedule>(_ type: S.Type) {
        card = S.card
        fields = S.Options.fields
        resolve = {
            let resolution = S.Options.resolve($0)
            return (resolution.canonical, resolution.issues)
        }
        make = { S(try S.Options.decode($0)) }
    }
}

/// All schedules, one line each.
public let schedules = Registry<ScheduleEntry>(
    "schedule",
    [
        ScheduleEntry(Constant.self),
        ScheduleEntry(Cosine.self),
        ScheduleEntry(Exponential.self),
        ScheduleEntry(OneCycle.self),
        ScheduleEntry(Polynomial.self),
        ScheduleEntry(StepDecay.self),
        ScheduleEntry(Warmup.self),
    ])

/// The rate stays.
public struct Constant: Schedule {
    public static let card = Card(id: "constant", title: "Constant", summary: "the learning rate stays")
    public init(_: NoOptions) {}
    public func factor(epoch _: Int, of _: Int) -> Double { 1 }
}
