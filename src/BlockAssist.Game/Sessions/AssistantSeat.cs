using BlockAssist.Game.Bodies;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Game.Sessions;

/// <summary>Lets an assistant act at its own pace, and shows beforehand what it is about to do.</summary>
/// <remarks>
/// It decides half a second before it acts, or right after its last action if that is later. What the rules no longer
/// allow when the time has come is dropped, as is a block that would go into the player's body; no step is made for it.
/// A policy that thinks aside may take longer than that: then it acts as soon as it has decided.
/// </remarks>
public sealed class AssistantSeat : IDisposable
{
    /// <summary>The shortest time between two actions, in milliseconds.</summary>
    public const int Fastest = 50;

    /// <summary>How long before an action it is decided, in milliseconds.</summary>
    public const int Forethought = 500;

    // The longest time that a move is drawn for, in milliseconds.
    private const double LongestGlide = 400;

    private readonly RecordedPlay _play;
    private readonly IdleTime _idle;
    private readonly Deliberation _thinking;
    private readonly HelpWishes _wishes;
    private readonly Body _player;
    private readonly SiteFrame _frame;
    private Location _gliding;
    private long _movedAt;
    private long _actsAt;
    private long _now;
    private int _knownPace;
    private BuilderAction? _decided;

    internal AssistantSeat(RecordedPlay play, IdleTime idle, AssistantOptions options, Body player, SiteFrame frame)
    {
        (_play, _idle, _player, _frame) = (play, idle, player, frame);
        (_thinking, _wishes) = (new Deliberation(options.Policy, play.Site, options.ThinksAside), new HelpWishes(play.Site.Size.Volume));
        _actsAt = _knownPace = ActionMilliseconds = options.ActionMilliseconds;
        _gliding = Feet;
    }

    /// <summary>How long an action takes, in milliseconds.</summary>
    public int ActionMilliseconds
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, Fastest);
            field = value;
            _actsAt = Math.Min(_actsAt, _now + value);
            Intent = Intent is { } intent ? intent with { Time = _actsAt } : null;
        }
    }

    /// <summary>Whether it rests. Whatever it was about to do is forgotten then.</summary>
    public bool IsPaused
    {
        get;
        set
        {
            if (field != value)
            {
                field = value;
                _play.Feedback(_now, value ? FeedbackKind.Pause : FeedbackKind.Resume);
                (_decided, Intent) = (null, null);
                _thinking.Forget();
                _actsAt = _now + ActionMilliseconds;
            }
        }
    }

    /// <summary>What it is about to do; null as long as that is undecided, and if it is nothing.</summary>
    public Intent? Intent { get; private set; }

    /// <summary>How many actions had become impossible when their time came.</summary>
    public int Dropped { get; private set; }

    /// <summary>Whether it is thinking on another thread about what to do next.</summary>
    public bool IsThinking => _thinking.IsUnderWay;

    /// <summary>What it believes the goal to be, as of its last decision; null for one that infers nothing, for it sees the goal.</summary>
    public IGoalBelief? Belief => _thinking.Belief;

    private Location Feet => _play.Site.LocationOf(RecordedPlay.Assistant);

    /// <summary>Where its feet are to be drawn, in the world: between the last cell and this one, while it moves.</summary>
    /// <param name="time">When, in milliseconds.</param>
    public Location FeetAt(double time)
    {
        var share = Math.Clamp((time - _movedAt) / Math.Min(LongestGlide, ActionMilliseconds), 0, 1);
        var (from, to) = (_gliding, Feet);
        return _frame.ToWorld(new Location(double.Lerp(from.X, to.X, share), double.Lerp(from.Y, to.Y, share), double.Lerp(from.Z, to.Z, share)));
    }

    /// <inheritdoc/>
    public void Dispose() => _thinking.Dispose();

    /// <summary>Lets time pass.</summary>
    internal void Advance(long now)
    {
        NotePace();
        while (!IsPaused)
        {
            if (_thinking.IsUnderWay && !TryDecide())
            {
                break;
            }

            var due = _decided is null ? Math.Max(_now, _actsAt - Math.Min(Forethought, ActionMilliseconds)) : _actsAt;
            if (due > now)
            {
                break;
            }

            _now = due;
            if (_decided is null)
            {
                _thinking.Begin(_wishes);
            }
            else
            {
                Act(_decided.Value);
            }
        }

        _now = Math.Max(_now, now);
    }

    // When time passes again, not when it is set: only what a setting is left at is an answer.
    private void NotePace()
    {
        if (_knownPace != ActionMilliseconds)
        {
            _knownPace = ActionMilliseconds;
            _play.Feedback(_now, FeedbackKind.Pace, _knownPace);
        }
    }

    private bool TryDecide()
    {
        if (!_thinking.TryTake(out _decided))
        {
            return false;
        }

        // Whoever thought for longer acts no earlier than now: what happened since is recorded already.
        _actsAt = Math.Max(_actsAt, _now);
        Intent = _decided is { } action && IsPossible(action) ? Sessions.Intent.Of(_play.Site, RecordedPlay.Assistant, action, _actsAt) : null;
        return true;
    }

    private void Act(BuilderAction action)
    {
        var before = Feet;
        if (action.Type == ActionType.Noop || IsPossible(action))
        {
            _idle.PadUntil(_actsAt);
            _play.Step(_actsAt, RecordedPlay.Assistant, action);
        }
        else
        {
            Dropped++;
        }

        (_gliding, _movedAt) = (before, _actsAt);
        (_decided, Intent) = (null, null);
        _actsAt += ActionMilliseconds;
    }

    private bool IsPossible(BuilderAction action) =>
        _play.Site.Allows(RecordedPlay.Assistant, action)
        && !(action.Type == ActionType.Place && _player.Overlaps(_frame.ToWorld(_frame.Size.PosOf(action.Cell))));
}
