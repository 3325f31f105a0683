using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals.Proposing;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Reinforcement;

/// <summary>A solver that builds what a proposer makes up, and learns from how far it got.</summary>
/// <remarks>
/// An iteration: sites whose episode is over are judged and get another goal; all play some turns; what came of them is
/// assessed; then it is learnt from, several times. Each depends on the state and the options alone. See docs/selfplay.md.
/// </remarks>
public sealed class SelfPlay : IDisposable
{
    private readonly HumanNetwork _network;
    private readonly ReinforcementOptions _options;
    private readonly SiteOptions _rules;
    private readonly IProposer _proposer;
    private readonly Device _device;
    private readonly WeightSet _reference;
    private readonly SolverGroup[] _groups;
    private readonly Trainer _trainer;

    /// <summary>Self-play that has not begun.</summary>
    /// <param name="network">The solver's network.</param>
    /// <param name="start">The weights that it begins with, and is pulled back to. Copied.</param>
    /// <param name="options">How it learns.</param>
    /// <param name="rules">The rules of the sites, but for the number of steps.</param>
    /// <param name="proposer">What makes up goals.</param>
    /// <param name="device">What computes.</param>
    /// <param name="moment">Where the weights are, if not at the start.</param>
    public SelfPlay(
        HumanNetwork network, WeightSet start, ReinforcementOptions options, SiteOptions rules, IProposer proposer, Device device, TrainingMoment? moment = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(options);
        options.Demand();
        (_network, _options, _rules, _proposer, _device) = (network, options, rules, proposer, device);
        _reference = start.Copy();
        var shapes = WeightsOf(network);
        State = moment is null
            ? new TrainingState(WithCritic(start, shapes), options.Training)
            : moment.Open(shapes, options.Training, device);
        _groups = [.. Enumerable.Range(0, options.Groups).Select(_ =>
            new SolverGroup([.. Enumerable.Range(0, options.Together).Select(_ => new SolverSite(rules, network.Options.Memory))]))];
        _trainer = new Trainer(options.Training, State, device);
    }

    /// <summary>How many threads play.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>What runs the network while it plays; null: the first that works.</summary>
    public InferenceProvider? Provider { get; init; }

    /// <summary>How many iterations were made.</summary>
    public int Iteration => State.Step / _options.StepsAnIteration;

    /// <summary>All that training changes: the solver's weights and its critic's, and their optimizer.</summary>
    public TrainingState State { get; }

    private IEnumerable<SolverSite> Sites => _groups.SelectMany(group => group.Sites);

    /// <summary>The weights of a solver and its critic, in one row.</summary>
    public static IReadOnlyList<WeightShape> WeightsOf(HumanNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return [.. network.Weights(), .. CriticNetwork.Weights(network.Options)];
    }

    /// <summary>The solver's weights without the critic's, averaged over the last steps; the caller's.</summary>
    public WeightSet Solver() => SolverOf(State.Averaged);

    /// <summary>The sites and the proposer between two iterations, as bytes: what there is to go on from besides <see cref="State"/>.</summary>
    public byte[] CaptureSites() => SitesForm.Of(Sites, _proposer).ToBytes();

    /// <summary>Takes on sites and proposer as they were between two iterations.</summary>
    /// <exception cref="FormatException">The bytes are none of such play.</exception>
    public void RestoreSites(ReadOnlySpan<byte> bytes) => SitesForm.Parse(bytes).Into([.. Sites], _proposer, _rules);

    /// <summary>Plays and learns once.</summary>
    public SelfPlayFigures Iterate(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var began = clock.GetTimestamp();
        var iteration = Iteration;
        var judged = HandOutGoals();
        var experience = Play(iteration);
        var played = clock.GetElapsedTime(began);
        var lessons = LessonsOf(experience, builderLearns: iteration >= _options.CriticFirst);
        var figures = new List<PolicyFigures>();
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            foreach (var lesson in lessons)
            {
                _trainer.Step(lesson);
                figures.Add(lesson.Figures);
            }
        }

        var turns = lessons.Sum(lesson => lesson.Turns);
        var cells = experience.Sum(each => each.Rewards.Sum()) + (turns * _options.StepCost);
        return new SelfPlayFigures(iteration + 1, turns, cells / Math.Max(turns, 1), _proposer.Level, judged, PolicyFigures.Mean(figures), _proposer.Figures, played, clock.GetElapsedTime(began) - played);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        State.Dispose();
        _reference.Dispose();
    }

    private List<JudgedProposal> HandOutGoals()
    {
        var judged = new List<JudgedProposal>();
        foreach (var site in Sites.Where(site => site.IsOver))
        {
            if (site.Proposal is { } built)
            {
                judged.Add(new JudgedProposal(built.Kind, built.Level, site.Share));
                _proposer.Judge(built, site.Share);
            }

            site.Begin(_proposer.Propose());
        }

        return judged;
    }

    private Experience[] Play(int iteration)
    {
        using var weights = SolverOf(State.Weights);
        using var engine = InferenceEngine.Open(OnnxExporter.Export(new ServedHumanNetwork(_network), weights), "the solver", new InferenceOptions { Provider = Provider });
        var random = SeededRandom.Numbered(_options.Seed, iteration + 1);
        ulong[] seeds = [.. _groups.Select(_ => random.NextUInt64())];
        return ParallelRuns.Run(_groups.Length, () => engine, (served, group) => _groups[group].Play(served, _options.Length, _options.StepCost, seeds[group]), Threads);
    }

    private List<PolicyLesson> LessonsOf(Experience[] experience, bool builderLearns)
    {
        var assessments = Array.ConvertAll(experience, each => Assessment.Of(_network, State.Weights, _reference, each, _options, _device));
        Advantages.Normalise([.. assessments.Select(each => each.Advantages)], [.. experience.Select(each => each.Made)]);
        return [.. experience.Zip(assessments, (played, before) => new PolicyLesson(_network, _options, played, before) { BuilderLearns = builderLearns })];
    }

    private WeightSet WithCritic(WeightSet start, IReadOnlyList<WeightShape> shapes)
    {
        using var critic = WeightSet.Fresh(CriticNetwork.Weights(_network.Options), _options.Seed);
        return WeightSet.Of(shapes, [.. start.Values(), .. critic.Values()], _device);
    }

    private WeightSet SolverOf(WeightSet both) => WeightSet.Of(_reference.Shapes, both.Values().AsSpan(0, _reference.Count), _device);
}
