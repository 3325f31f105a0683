using BlockAssist.Cli.Play;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Policies;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Cli.Swarm.Studies.Learning;

/// <summary>Peers who learn from their own play and from clips that others shared, and then build houses. Torch must have been started.</summary>
internal sealed class MixingTable
{
    private const int Batch = 8;
    private const ulong FirstHouse = 45_000_000;

    // As in the gate of a round: small, and not time enough to finish every house.
    private static readonly SiteOptions Site = new() { Size = new(8, 8, 8), Horizon = 300 };

    private readonly HumanNetwork _network = new(SmallModel.Options);
    private readonly WindowPool _own;
    private readonly WindowPool _shared;
    private readonly HeldOutLoss _judge;

    /// <summary>Plays all windows that are learnt from.</summary>
    /// <param name="play">What peers played.</param>
    /// <param name="clips">What they shared of it.</param>
    /// <param name="windows">How many windows of each are learnt from, and judged by.</param>
    /// <param name="cancellation">Ends it between two windows.</param>
    public MixingTable(StudyPlay play, DemonstrationSet clips, (int Learnt, int Judged) windows, CancellationToken cancellation)
    {
        _own = new WindowPool(play.Learnt, windows.Learnt, SmallModel.Length, 3, cancellation);
        _shared = new WindowPool(clips, windows.Learnt, SmallModel.Length, 4, cancellation);
        _judge = new HeldOutLoss(play.Judged, windows.Judged, 2);
    }

    /// <summary>What a peer comes to: its loss at what nobody learnt from, and how much of a house it builds alone.</summary>
    /// <param name="peer">The participant whose play is its own.</param>
    /// <param name="share">What share of its windows others shared.</param>
    /// <param name="steps">How many steps it makes.</param>
    /// <param name="houses">How many houses it builds.</param>
    /// <param name="seed">Fixes all that chance decides.</param>
    /// <param name="cancellation">Ends it.</param>
    public (double Loss, double Built) Learn(string peer, double share, int steps, int houses, ulong seed, CancellationToken cancellation)
    {
        var options = new TrainingOptions
        {
            Steps = steps,
            Length = SmallModel.Length,
            Batch = Batch,
            Rate = SmallModel.Rate,
            WarmUp = 20,
            Averaging = 0,
            Seed = seed,
        };
        var lessons = _own.Mixed(_network, one => one.Participant == peer, _shared, one => one.Participant != peer, share);
        using var fresh = WeightSet.Fresh(_network.Weights(), seed);
        var learnt = new InnerTraining(_network, lessons, options).Advance(TrainingMoment.Begin(fresh.Values()), steps, cancellation).Weights;
        return (_judge.Of(_network, learnt, cancellation), Build(learnt, houses, seed, cancellation));
    }

    private double Build(float[] weights, int houses, ulong seed, CancellationToken cancellation)
    {
        using var model = new HumanModel(_network, WeightSet.Of(_network.Weights(), weights));
        using var engine = InferenceEngine.Open(model.ToOnnx(), "a peer's model");
        var goals = new GoalShelf(Site, [], FirstHouse);
        var play = new PlayOptions { Episodes = houses, Site = Site, Seed = FirstHouse + seed, Threads = 1 };
        var evaluation = new PlayEvaluation(play, number =>
        {
            var (name, goal) = goals.Take(number);
            return new PlayGoal(name, goal);
        });
        return evaluation.Of(() => new HumanPolicyGroup(engine, play.Together, PlayStyle.Steady), cancellation: cancellation).GoalShare.Mean;
    }
}
