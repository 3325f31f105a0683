using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Reinforcement;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Goals.Proposing;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Leases;

/// <summary>How a lease learns from its own play: a step is an iteration of self-play, in which goals are made up, built, judged and learnt from.</summary>
/// <remarks>Everything follows from base, recipe and seed, so there is nothing to learn from that a trainer could choose.</remarks>
/// <param name="start">What it begins with, and is pulled back to.</param>
/// <param name="recipe">How it is trained; one of self-play.</param>
/// <param name="terms">How much, and by which seed.</param>
internal sealed class SelfPlayCourse(LeaseBase start, LeaseRecipe recipe, LeaseTerms terms) : ILeaseCourse
{
    private readonly ReinforcementOptions _options = recipe.SelfPlayFor(terms) ?? throw new ArgumentException("The recipe has no self-play.", nameof(recipe));
    private readonly ProposerOptions _proposals = new() { Seed = terms.Seed };

    /// <inheritdoc/>
    public LeaseStates States { get; } = new(start, recipe);

    /// <inheritdoc/>
    public LeaseMoment Begin()
    {
        using var play = Open(moment: null, CPU);
        return MomentOf(play);
    }

    /// <inheritdoc/>
    public string LessonsOf(int segment) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"self-play/1 {terms.Seed} {segment}"))));

    /// <inheritdoc/>
    public ILeaseRun GoOn(LeaseMoment from, int steps, Device device)
    {
        var play = Open(from.Training, device);
        try
        {
            play.RestoreSites(from.Sites.Span);
            return new SelfPlaySteps(play);
        }
        catch (FormatException error)
        {
            play.Dispose();
            throw new TrainingException($"the sites of a state are none of such self-play: {error.Message}");
        }
    }

    /// <inheritdoc/>
    public void WriteEvidence(DoneSegment done, string file) => new SelfPlayEvidence(
        States.ToBytes(done.Before), done.Final is null ? ReadOnlyMemory<byte>.Empty : States.ToBytes(done.Final)).Save(file);

    private static LeaseMoment MomentOf(SelfPlay play) => new(TrainingMoment.Of(play.State), play.CaptureSites());

    private SelfPlay Open(TrainingMoment? moment, Device device)
    {
        using var weights = WeightSet.Of(start.Network.Weights(), start.Weights, CPU);
        return new SelfPlay(start.Network, weights, _options, _proposals.Site, new Proposer(_proposals), device, moment) { Provider = InferenceProvider.Cpu };
    }

    private sealed class SelfPlaySteps(SelfPlay play) : ILeaseRun
    {
        // What is got better at is by how many cells a turn brings goals nearer: so the loss is what it takes away.
        public double Step() => -play.Iterate(TimeProvider.System).CellsATurn;

        public LeaseMoment Now() => MomentOf(play);

        public void Dispose() => play.Dispose();
    }
}
