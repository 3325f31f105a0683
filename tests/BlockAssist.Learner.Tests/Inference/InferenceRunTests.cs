using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Learner.Tests.Onnx;

namespace BlockAssist.Learner.Tests.Inference;

public sealed class InferenceRunTests : IDisposable
{
    private static readonly TowerNetwork Network = new(16, 1, 32);

    private readonly InferenceEngine _engine;

    public InferenceRunTests()
    {
        using var weights = WeightSet.Fresh(OnnxExporter.WeightsOf(Network), 1);
        _engine = InferenceEngine.Open(OnnxExporter.Export(Network, weights), "tower.onnx");
    }

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void A_step_with_a_memory_allocates_nothing(int batch)
    {
        using var run = _engine.Run(batch);
        Step(run);

        Assert.Equal(0, Garbage.Of(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                Step(run);
            }
        }));
    }

    [Fact]
    public void A_batch_gives_what_its_positions_give_alone()
    {
        using var single = _engine.Run();
        using var many = _engine.Run(5);
        for (var position = 0; position < 5; position++)
        {
            Position(many, position).Fill((byte)position);
        }

        many.Execute();

        for (var position = 0; position < 5; position++)
        {
            single.InputBytes("planes").Fill((byte)position);
            single.Execute();
            for (var action = 0; action < 9; action++)
            {
                Assert.Equal(single.Output("action")[action], many.Output("action")[(9 * position) + action], 1e-5f);
            }
        }
    }

    [Fact]
    public void Inputs_are_zero_at_first_and_keep_what_was_written()
    {
        using var run = _engine.Run();
        Assert.All(run.Input("features").ToArray(), number => Assert.Equal(0, number));

        run.Input("features").Fill(0.5f);
        run.Execute();
        var first = run.Output("action").ToArray();
        run.Execute();

        Assert.Equal(first, run.Output("action").ToArray());
        Assert.All(run.Input("features").ToArray(), number => Assert.Equal(0.5f, number));
    }

    [Fact]
    public void Threads_may_share_an_engine()
    {
        var answers = new float[4][];

        Parallel.For(0, answers.Length, i =>
        {
            using var run = _engine.Run();
            run.Input("features").Fill(0.25f);
            run.Execute();
            answers[i] = run.Output("action").ToArray();
        });

        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    [Fact]
    public void Asking_for_what_there_is_not_is_a_mistake()
    {
        using var run = _engine.Run();

        Assert.Throws<KeyNotFoundException>(() => run.Output("nothing").Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => _engine.Run(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => InferenceEngine.Open([], "x", new InferenceOptions { Threads = 0 }));
    }

    private static void Step(InferenceRun run)
    {
        run.InputBytes("planes").Fill(1);
        run.Execute();
        run.Carry("hidden_next", "hidden");
        run.Carry("cell_next", "cell");
    }

    private static Span<byte> Position(InferenceRun run, int position)
    {
        var planes = run.InputBytes("planes");
        var length = planes.Length / run.Batch;
        return planes.Slice(position * length, length);
    }
}
