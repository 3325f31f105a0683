using BlockAssist.Learner.Policies;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Learner.Evaluation.Assistance;

/// <summary>A house that a human builds, with whoever helps: one episode.</summary>
/// <remarks>Belongs to one thread.</remarks>
internal sealed class AssistedSite : IDisposable
{
    private const int HelperSeat = 1;

    private readonly PlayGoal _goal;
    private readonly TimeProvider _clock;
    private readonly IPolicy? _helper;
    private readonly EpisodeMetrics _metrics;
    private readonly EditLedger _ledger;
    private readonly int _toChange;
    private readonly BuilderAction[] _actions;
    private readonly Deed[] _deeds;
    private readonly List<TimedDecision> _decisions = [];

    /// <summary>Begins an episode.</summary>
    /// <param name="goal">What is to be built.</param>
    /// <param name="options">The rules; the human has the first seat.</param>
    /// <param name="helper">Who has the second.</param>
    /// <param name="seed">Fixes what the helper does, given what it sees.</param>
    /// <param name="clock">What times the helper.</param>
    public AssistedSite(PlayGoal goal, SiteOptions options, Helper helper, ulong seed, TimeProvider clock)
    {
        (_goal, _clock) = (goal, clock);
        _helper = helper.Sit?.Invoke(seed);
        _helper?.Reset();
        BuilderOptions[] builders = [options.Builders[0], .. _helper is null ? [] : new[] { new BuilderOptions { GoalVisible = helper.SeesGoal } }];
        Site = new BuildSite(options with { Builders = builders }, goal.Blocks);
        _metrics = new EpisodeMetrics(Site);
        _ledger = new EditLedger(Site, HelperSeat);
        _toChange = Site.Size.Volume - Site.GoalSimilarity;
        (_actions, _deeds) = (new BuilderAction[builders.Length], new Deed[builders.Length]);
    }

    /// <summary>The site.</summary>
    public BuildSite Site { get; }

    /// <summary>The decisions of the helper.</summary>
    public IReadOnlyList<TimedDecision> Decisions => _decisions;

    /// <summary>What came of it so far.</summary>
    public AssistedEpisode Episode() => new(
        PlayedEpisode.Of(_goal.Name, _metrics, _toChange), _ledger.CellsGained(), _helper is null ? null : _ledger.Deeds());

    /// <summary>Lets the helper decide on what the human saw too, and makes a step.</summary>
    public void Step(BuilderAction human)
    {
        _actions[0] = human;
        if (_helper is not null)
        {
            _actions[HelperSeat] = Decide(_helper);
        }

        Site.Step(_actions, _deeds);
        _metrics.Add(_actions, _deeds);
        _ledger.Note(_deeds);
    }

    /// <inheritdoc/>
    public void Dispose() => (_helper as IDisposable)?.Dispose();

    private BuilderAction Decide(IPolicy helper)
    {
        var (began, before) = (_clock.GetTimestamp(), (helper as ILooksAhead)?.Simulations ?? 0);
        var action = helper.Act(Site.Observe(HelperSeat));
        _decisions.Add(new TimedDecision(_clock.GetElapsedTime(began).TotalMilliseconds, ((helper as ILooksAhead)?.Simulations ?? 0) - before));
        return action;
    }
}
