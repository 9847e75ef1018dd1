// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Suites
import Testing

@Suite struct SuiteGridTests {
    private func suite(_ text: String, _ settings: [String] = []) throws -> Suite {
        try SuiteFiles(["a.yaml": text]).read("a.yaml", settings)
    }

    @Test func `cells come in the order data set, fusion, strategy, optimizer, seed`() throws {
        let suite = try suite(
            """
            name: grid
            datasets: [latent, pictures]
            fusions: [concat, sum]
            strategies: [joint, ranked]
            optimizers: [sgd, adamw]
            seeds: 0..1
            """)
        #expect(suite.cells.count == 32)
        let names = suite.cells.map {
            "\($0.labels.dataset) \($0.labels.fusion) \($0.labels.strategy) \($0.spec.seed)"
        }
        #expect(names[0] == "latent concat joint · sgd 0")
        #expect(names[1] == "latent concat joint · sgd 1")
        #expect(names[2] == "latent concat joint · adamw 0")
        #expect(names[4] == "latent concat ranked · sgd 0")
        #expect(names[8] == "latent sum joint · sgd 0")
        #expect(names[16] == "pictures concat joint · sgd 0")
        #expect(Set(suite.cells.map(\.spec.fingerprint)).count == 32)
    }

    @Test func `defaults are filled in and named`() throws {
        let cell = try #require(try suite(SuiteFiles.plain).cells.first)
        #expect(cell.spec.budget == ["epochs": 10, "batchSize": 32])
        #expect(cell.spec.fusion.id == "concat" && cell.spec.optimizer.id == "sgd")
        #expect(cell.spec.schedule.id == "constant" && cell.spec.task.id == "classification")
        #expect(cell.spec.encoders["audio"] == Choice("mlp", ["width": 16]))
        #expect(cell.labels.pairing == "audio-video")
    }

    @Test func `an encoder of the data set wins over one of the suite, a name over the star`() throws {
        let cells = try suite(
            """
            name: encoders
            datasets: [latent, {id: pictures, encoders: {text: {id: mlp, options: {width: 4}}}}]
            encoders: {audio: {id: mlp, options: {width: 2}}, '*': {id: mlp, options: {width: 8}}}
            strategies: [joint]
            seeds: [1]
            """
        ).cells
        #expect(cells.first?.spec.encoders["audio"]?.options == ["width": 2])
        #expect(cells.first?.spec.encoders["video"]?.options == ["width": 8])
        #expect(cells.last?.spec.encoders["text"]?.options == ["width": 4])
        #expect(cells.last?.spec.encoders["image"]?.options == ["width": 8])
    }

    @Test func `a sweep multiplies out and says so in the label`() throws {
        let labels = try suite(SuiteFiles.plain.replacing("[joint]", with: "[{id: ogm, sweep: {alpha: [0, 1.5]}}]"))
            .cells.map(\.labels.strategy)
        #expect(labels == ["ogm alpha=0", "ogm alpha=1.5"])
    }

    @Test func `unimodal stands for one row per modality of the data set`() throws {
        let text = SuiteFiles.plain.replacing("[joint]", with: "[unimodal]")
            .replacing("[latent]", with: "[latent, pictures]")
        let rows = try suite(text).cells.map { "\($0.labels.dataset) \($0.labels.strategy)" }
        #expect(
            rows == [
                "latent unimodal (audio)", "latent unimodal (video)", "pictures unimodal (image)",
                "pictures unimodal (text)",
            ])
    }

    @Test func `what cannot be is a cell with its reason, and companions are asked for`() throws {
        let cells = try suite(
            """
            name: misfit
            datasets: [latent]
            fusions: [sum]
            strategies: [ogm, ranked]
            seeds: [1]
            """
        ).cells
        #expect(cells.first?.notApplicable == "needs concatenation")
        #expect(cells.last?.companions.map(\.strategy.options) == [["modality": "audio"], ["modality": "video"]])
    }

    @Test func `settings reach every kind of value`() throws {
        let text = SuiteFiles.plain.replacing("[joint]", with: "[{id: ogm, options: {alpha: 2}}]")
        let zero = try suite(text, ["strategies.0.options.alpha=0", "budget.epochs=7", "question="])
        #expect(zero.cells.first?.spec.strategy.options == ["alpha": 0])
        #expect(zero.cells.first?.spec.budget["epochs"] == 7)
        #expect(zero.question.isEmpty)
        #expect(try suite(text, ["seeds=[-3, 4]"]).cells.map(\.spec.seed) == [-3, 4])
        let files = try SuiteFiles(["a.yaml": text])
        for setting in [
            "budget.epochs=false", "budget.epochs=", "strategies.0.options.alpha=-1", "nonsense", "=1",
            "include=b.yaml",
            "strategies.4.label=x",
        ] {
            #expect(files.problems("a.yaml", [setting]).contains { $0.contains("--set \(setting)") }, "\(setting)")
        }
    }

    @Test func `own keys win over included ones, nested mappings merge`() throws {
        let files = try SuiteFiles([
            "a.yaml": "include: b.yaml\nname: own\nbudget: {epochs: 2}\n",
            "b.yaml": SuiteFiles.plain + "\nbudget: {epochs: 9, batchSize: 5}\n",
        ])
        let suite = try files.read()
        #expect(suite.name == "own")
        #expect(suite.cells.first?.spec.budget == ["epochs": 2, "batchSize": 5])
    }

    @Test func `filters keep the order and admit globs`() throws {
        let all = try suite(
            SuiteFiles.plain.replacing("[1]", with: "0..3")
                .replacing("[joint]", with: "[joint, unimodal]"))
        #expect(
            all.filtered(CellFilter(datasets: ["lat*"], strategies: ["uni*"], seeds: [1, 3])).cells.map(\.spec.seed)
                == [1, 3, 1, 3])
        #expect(all.filtered(CellFilter(datasets: ["x*"])).cells.isEmpty)
    }
}
