using BlockAssist.Learner.Data;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Learner.Tests.Onnx;
using BlockAssist.Learner.Views;
using BlockAssist.Simulation.Episodes.Import;

namespace BlockAssist.Learner.Tests.Networks;

public sealed class ServedHumanNetworkTests
{
    private const float Tolerance = 1e-4f;

    // Fresh weights answer with numbers near 0; these with numbers up to about 10, as trained ones do.
    private const float Gain = 2.5f;

    [Theory]
    [InlineData(1, 128)]
    [InlineData(5, 128)]
    [InlineData(1, 0)]
    [InlineData(5, 0)]
    public void Random_views_are_answered_as_by_torch_turn_after_turn(int batch, int memory)
    {
        using var both = new BothForwards(Served(memory), batch, gain: Gain);
        for (var turn = 0; turn < 8; turn++)
        {
            both.Randomize(ServedHumanNetwork.Cells);
            both.Randomize(ServedHumanNetwork.Scene);
            both.Randomize(ServedHumanNetwork.Blocks);
            Compare(both);
            Carry(both, memory);
        }
    }

    [Theory]
    [InlineData(128)]
    [InlineData(0)]
    public void Views_of_recorded_people_are_answered_as_by_torch_turn_after_turn(int memory)
    {
        using var folder = new EpisodeFolder();
        DemonstrationReader[] people = [.. folder.Import(3).Demonstrations.Select(one => new DemonstrationReader(one, Symmetry.Identity))];
        using var both = new BothForwards(Served(memory), people.Length, gain: Gain);
        var views = new ViewBatch(people.Length);
        for (var turn = 0; turn < 200; turn++)
        {
            // Beginnings are much alike: one turn in ten is compared.
            var shown = turn % 10 == 0 ? views : null;
            Assert.All(people.Index(), person => Assert.True(person.Item.Read(shown, person.Index, out _)));
            if (shown is not null)
            {
                both.Write(ServedHumanNetwork.Cells, views.Cells);
                both.Write(ServedHumanNetwork.Scene, views.Scene);
                both.Write(ServedHumanNetwork.Blocks, views.Blocks);
                Compare(both);
                Carry(both, memory);
            }
        }
    }

    [Fact]
    public void It_has_the_weights_of_the_network_that_is_trained_in_the_same_order()
    {
        var network = new HumanNetwork(new HumanNetworkOptions());

        var served = OnnxExporter.WeightsOf(new ServedHumanNetwork(network));

        Assert.Equal(network.Weights().Select(weight => (weight.Name, weight.Length)), served.Select(weight => (weight.Name, weight.Length)));
    }

    [Fact]
    public void Without_a_memory_there_is_nothing_to_carry()
    {
        var served = Served(0);
        using var weights = WeightSet.Fresh(OnnxExporter.WeightsOf(served), 1);

        using var engine = InferenceEngine.Open(OnnxExporter.Export(served, weights), "human.onnx");
        using var run = engine.Run();

        Assert.Equal([ServedHumanNetwork.Cells, ServedHumanNetwork.Scene, ServedHumanNetwork.Blocks], run.Inputs);
        Assert.Equal([ServedHumanNetwork.TypeScores, ServedHumanNetwork.CellScores, ServedHumanNetwork.BlockScores], run.Outputs);
    }

    private static ServedHumanNetwork Served(int memory) => new(new HumanNetwork(new HumanNetworkOptions { Memory = memory }));

    private static void Compare(BothForwards both)
    {
        var difference = both.Execute();
        TestContext.Current.TestOutputHelper?.WriteLine($"{difference:g3} of {both.Largest(ServedHumanNetwork.CellScores):g3}");
        Assert.InRange(difference, 0, Tolerance);
    }

    private static void Carry(BothForwards both, int memory)
    {
        if (memory > 0)
        {
            both.Carry(ServedHumanNetwork.HiddenNext, ServedHumanNetwork.Hidden);
            both.Carry(ServedHumanNetwork.CellNext, ServedHumanNetwork.Cell);
        }
    }

    /// <summary>Recorded play as episodes, in a folder that goes away.</summary>
    private sealed class EpisodeFolder : IDisposable
    {
        private readonly string _path = Directory.CreateTempSubdirectory("blockassist-").FullName;

        public DemonstrationSet Import(int count)
        {
            SharedData.Need("mbag/episodes");
            foreach (var recording in SharedData.Files("mbag/episodes", "alone-*.jsonl.gz").Take(count))
            {
                MbagEpisodeImporter.Import(recording, Path.Combine(_path, $"{Path.GetFileName(recording)}.bae"));
            }

            return DemonstrationSet.Open([_path]);
        }

        public void Dispose() => Directory.Delete(_path, recursive: true);
    }
}
