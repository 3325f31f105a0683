using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Views;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Networks;

[Collection(TrainingTests.Name)]
public sealed class HeldScalarsTests
{
    // Without them the collector frees numbers that torch is about to read; seen as "Expected false to be true" once in some
    // thousand training steps, and as one call in ten where garbage is collected all the time.
    [Fact]
    public void Numbers_given_to_torch_outlive_any_garbage_collection()
    {
        using var scope = NewDisposeScope();
        const int Turns = 400;
        var view = new ViewTensors(new ViewBatch(Turns), CPU);
        var output = new HumanOutput<Tensor>
        {
            Types = zeros(Turns, ViewShape.Types),
            Cells = zeros(Turns, ViewShape.Cells, 2),
            Blocks = zeros(Turns, ViewShape.Blocks, 2),
            Hidden = zeros(1),
            Cell = zeros(1),
        };

        WhileCollecting(250, () =>
        {
            using var inner = NewDisposeScope();
            _ = new ActionLikelihood(output, view);
        });
    }

    // So many that the runtime has long compiled the calls as it does hot ones, which let go of an object once its address is read.
    [Fact]
    public void Numbers_of_the_optimizer_outlive_any_garbage_collection()
    {
        const int Steps = 20_000;
        using var scope = NewDisposeScope();
        var row = ones(16).requires_grad_();
        using var optimizer = new AdamW(row, decay: 0.01);
        (row * row).sum().backward();

        WhileCollecting(Steps, () => optimizer.Step(rate: 0.001, clip: 1));

        Assert.Equal(Steps, optimizer.Steps);
    }

    private static void WhileCollecting(int times, Action act)
    {
        var isOver = false;
        var collector = new Thread(() =>
        {
            while (!Volatile.Read(ref isOver))
            {
                GC.Collect(0);
                Thread.Yield();
            }
        });
        collector.Start();
        try
        {
            for (var time = 0; time < times; time++)
            {
                act();
            }
        }
        finally
        {
            Volatile.Write(ref isOver, true);
            collector.Join();
        }
    }
}
