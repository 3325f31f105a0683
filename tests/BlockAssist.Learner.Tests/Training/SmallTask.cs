using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Views;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Training;

/// <summary>A network small enough to be trained in a test, and what it is trained on.</summary>
internal sealed class SmallTask : IDisposable
{
    private readonly Trainer _trainer;

    public SmallTask(TrainingOptions options, HumanNetworkOptions? size = null)
    {
        Network = new HumanNetwork(size ?? Size);
        State = new TrainingState(WeightSet.Fresh(Network.Weights(), options.Seed), options);
        _trainer = new Trainer(options, State, CPU);
    }

    public static HumanNetworkOptions Size { get; } = new() { CellFeatures = 4, Channels = 16, Blocks = 1, Context = 16, Memory = 16, Dropout = 0.1 };

    public HumanNetwork Network { get; }

    public TrainingState State { get; }

    public TrainingStep Step(Minibatch minibatch) => _trainer.Step(new HumanLesson(Network, minibatch));

    /// <summary>Steps until the accuracy is reached or the steps are used up; returns the last.</summary>
    public TrainingStep Train(Minibatch minibatch, double accuracy, int steps)
    {
        TrainingStep last = default;
        for (var step = 0; step < steps && last.Accuracy < accuracy; step++)
        {
            last = Step(minibatch);
        }

        return last;
    }

    /// <summary>Turns in which a mark, of the scene or on the builder's own column, tells whether to move east or west.</summary>
    public static Minibatch Marked(int length, int batch, ulong seed)
    {
        var (random, minibatch) = (new SeededRandom(seed), new Minibatch(length, batch));
        for (var turn = 0; turn < minibatch.Turns.Length; turn++)
        {
            minibatch.Views.Blank(turn);
            var view = minibatch.Views[turn];
            view.Types.Fill(1);
            view.Place.Fill(1);
            view.Break.Fill(1);
            var (isMarked, own) = (random.Next(2) == 0, ViewShape.CellAt(default));
            view.Scene[7] = isMarked ? 1 : 0;
            view.Cells[(own * ViewShape.CellFacts) + (int)CellFact.Solid] = isMarked ? 0 : 1;
            minibatch.Turns[turn] = new Turn((byte)(isMarked ? ActionType.MovePosX : ActionType.MoveNegX), 0, 0, 1, false);
        }

        return minibatch;
    }

    /// <summary>Turns in which the one cell that lacks a block is the one to place into, the block the one that the goal has there.</summary>
    public static Minibatch Aimed(int length, int batch, ulong seed)
    {
        var (random, minibatch) = (new SeededRandom(seed), Marked(length, batch, seed));
        for (var turn = 0; turn < minibatch.Turns.Length; turn++)
        {
            var view = minibatch.Views[turn];
            var cell = random.Next(ViewShape.Cells);
            view.Goal[cell] = (byte)random.Next(ViewShape.Blocks);
            view.Cells[(cell * ViewShape.CellFacts) + (int)CellFact.Missing] = 1;
            minibatch.Turns[turn] = new Turn((byte)ActionType.Place, (short)cell, view.Goal[cell], 1, false);
        }

        return minibatch;
    }

    public void Dispose() => State.Dispose();
}
