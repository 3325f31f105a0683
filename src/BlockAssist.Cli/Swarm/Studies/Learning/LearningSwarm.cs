using System.Numerics.Tensors;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Net.Merging;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Swarm.Studies.Learning;

/// <summary>Peers who really learn to foresee people and merge what they learnt, one after another in this process: the learning of a swarm without its wire.</summary>
/// <remarks>Torch must have been started. Belongs to one thread.</remarks>
internal sealed class LearningSwarm
{
    private const int WarmUp = 6;

    private readonly HumanNetwork _network = new(SmallModel.Options);
    private readonly WindowPool _pool;
    private readonly IReadOnlyList<Demonstration> _learnt;
    private readonly HeldOutLoss _choice;
    private readonly HeldOutLoss _judge;
    private readonly int[] _lengths;

    /// <summary>A swarm whose peers learn from some play.</summary>
    /// <param name="play">The play.</param>
    /// <param name="windows">How many windows of it are learnt from, chosen by and judged by.</param>
    /// <param name="cancellation">Ends it while it is played.</param>
    public LearningSwarm(StudyPlay play, (int Learnt, int Chosen, int Judged) windows, CancellationToken cancellation)
    {
        _learnt = play.Learnt.Demonstrations;
        _pool = new WindowPool(play.Learnt, windows.Learnt, SmallModel.Length, 3, cancellation);
        _choice = new HeldOutLoss(play.Chosen, windows.Chosen, 1);
        _judge = new HeldOutLoss(play.Judged, windows.Judged, 2);
        _lengths = [.. _network.Weights().Select(shape => shape.Length)];
    }

    /// <summary>How many weights the model has.</summary>
    public int Weights => _lengths.Sum();

    /// <summary>A model that one peer has begun to train: what a swarm begins with.</summary>
    /// <param name="steps">With how many steps.</param>
    /// <param name="seed">Fixes all that chance decides.</param>
    /// <param name="cancellation">Ends it.</param>
    public float[] Begin(int steps, ulong seed, CancellationToken cancellation)
    {
        using var fresh = WeightSet.Fresh(_network.Weights(), seed);
        return Alone(fresh.Values(), steps, SwarmLearning.UsualBatch, seed ^ 0xB, cancellation);
    }

    /// <summary>One peer trains alone.</summary>
    public float[] Alone(float[] from, int steps, int batch, ulong seed, CancellationToken cancellation) =>
        new InnerTraining(_network, _pool.Lessons(_network, _ => true), Options(steps, batch, seed)).Advance(TrainingMoment.Begin(from), steps, cancellation).Weights;

    /// <summary>How bad weights are at what nobody learnt from, in nats a turn, and how many turns in a hundred they foresee.</summary>
    public (double Loss, double Accuracy) Judge(float[] weights, CancellationToken cancellation) => _judge.Measure(_network, weights, cancellation);

    /// <summary>Peers learn together.</summary>
    /// <param name="plan">How.</param>
    /// <param name="from">With what they begin.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    /// <returns>The weights after the last round.</returns>
    public float[] Together(SwarmLearning plan, float[] from, CancellationToken cancellation)
    {
        var (weights, momentum) = (from.ToArray(), new float[from.Length]);
        var (random, liars) = (new SeededRandom(plan.Seed), new Liars(plan, from.Length));
        var peers = Enumerable.Range(0, plan.Peers).Select(peer => new Peer(this, plan, peer)).ToList();
        for (var round = 0; round < plan.Rounds; round++)
        {
            var learnt = peers.Take(plan.PeersIn(round)).Select(peer => peer.Learn(weights, round, cancellation)).ToList();
            var sent = liars.Send(learnt, round).Where(_ => random.NextDouble() >= plan.Lost).ToList();
            if (sent.Count > 0 && Merge(plan, sent, weights, cancellation) is { } merged)
            {
                Go(plan, merged, momentum, weights, cancellation);
            }
        }

        return weights;
    }

    private float[]? Merge(SwarmLearning plan, List<float[]> sent, float[] weights, CancellationToken cancellation)
    {
        if (plan.Rule is { } name)
        {
            var changed = new float[weights.Length];
            MergeRules.All().First(rule => rule.Name == name).Merge([.. sent.Select(change => new PeerUpdate(change))], changed);
            return changed;
        }

        var faults = new UpdateScreen(weights.Length).Of([.. sent.Select(change => (ReadOnlyMemory<float>)change)]);
        var before = _choice.Of(_network, weights, cancellation);
        float[][] helpful = [.. sent.Where((change, number) => faults[number] == ScreenFault.None && _choice.Of(_network, Sum(weights, change), cancellation) <= before)];
        if (helpful.Length == 0)
        {
            return null;
        }

        new ModelMerge(_lengths).Merge([.. helpful.Select(change => new PeerUpdate(change))], out var merged);
        return merged;
    }

    private void Go(SwarmLearning plan, float[] merged, float[] momentum, float[] weights, CancellationToken cancellation)
    {
        var step = plan.Outer ?? OuterStep.Tried.MinBy(tried => Sound(_choice.Of(_network, Sum(weights, tried.ChangeOf(merged, momentum)), cancellation)))!;
        step.Apply(merged, momentum, weights);
    }

    private static double Sound(double loss) => double.IsNaN(loss) ? double.PositiveInfinity : loss;

    private static float[] Sum(float[] weights, float[] change)
    {
        var sum = new float[weights.Length];
        TensorPrimitives.Add(weights, change, sum);
        return sum;
    }

    private static TrainingOptions Options(int steps, int batch, ulong seed) => new()
    {
        Steps = steps,
        Length = SmallModel.Length,
        Batch = batch,
        Rate = SmallModel.Rate,
        WarmUp = WarmUp,
        Decay = 0.1,
        Averaging = 0,
        Seed = seed,
    };

    private sealed class Peer(LearningSwarm swarm, SwarmLearning plan, int number)
    {
        private readonly ulong _seed = (plan.Seed * 10_007) + (ulong)number;
        private TrainingMoment? _last;
        private ILessons? _lessons;

        public float[] Learn(float[] weights, int round, CancellationToken cancellation)
        {
            var from = plan.GoesOn && _last is { } last ? last with { Weights = weights } : TrainingMoment.Begin(weights);
            var options = plan.GoesOn ? Options(plan.Steps * plan.Rounds, plan.Batch, _seed) : Options(plan.Steps, plan.Batch, _seed + ((ulong)round << 32));
            _last = new InnerTraining(swarm._network, _lessons ??= Lessons(), options).Advance(from, plan.Steps, cancellation);
            return _last.ChangeSince(from);
        }

        private ILessons Lessons()
        {
            var lessons = swarm._pool.Lessons(swarm._network, IsOwn);
            return plan.Lie == Lie.WrongLabels && number >= plan.Peers - plan.Liars ? new WrongLabels(lessons) : lessons;
        }

        private bool IsOwn(Demonstration demonstration)
        {
            var all = swarm._learnt;
            return !plan.IsApart || Enumerable.Range(0, all.Count).Any(one => all[one] == demonstration && one % plan.Peers == number % all.Count);
        }
    }
}
