using BlockAssist.Game.World;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Game.Sessions;

/// <summary>Lets an assistant act at its own pace, and shows beforehand what it is about to do.</summary>
/// <remarks>
/// It decides half a second before it acts, or right after its last action if that is later. What the rules no longer
/// allow when the time has come is dropped, as is a block that would go into the player's body; no step is made for it.
/// It keeps out of the player's way: places nothing where the player is about to, and steps aside. A policy that thinks aside may
/// take longer than half a second: then it acts as soon as it has decided.
/// </remarks>
public sealed class AssistantSeat : IDisposable
{
    /// <summary>The shortest time between two actions, in milliseconds.</summary>
    public const int Fastest = 50;

    /// <summary>How long before an action it is decided, in milliseconds.</summary>
    public const int Forethought = 500;

    // How soon after an action it steps aside, and how long it suggests nothing after a no, in milliseconds.
    private const int Reaction = 300;
    private const int Quiet = 3000;

    // The longest time that a move is drawn for, in milliseconds.
    private const double LongestGlide = 400;

    private readonly RecordedPlay _play;
    private readonly IdleTime _idle;
    private readonly Deliberation _thinking;
    private readonly HelpWishes _wishes;
    private readonly PersonalSpace _player;
    private readonly SiteFrame _frame;
    private readonly Suggestions _suggestions;
    private readonly List<int> _taken = new(2);
    private Location _gliding;
    private long _movedAt;
    private long _actsAt;
    private long _now;
    private long _quietUntil;
    private int _knownPace;
    private BuilderAction? _decided;

    internal AssistantSeat(RecordedPlay play, IdleTime idle, AssistantOptions options, PersonalSpace player, VoxelWorld world, SiteFrame frame)
    {
        (_play, _idle, _player, _frame) = (play, idle, player, frame);
        (_thinking, _wishes) = (new Deliberation(options.Policy, play.Site, options.ThinksAside), new HelpWishes(play.Site.Size.Volume));
        _suggestions = new Suggestions(play.Site, _wishes, world, frame);
        (Sureness, Suggests, SuggestionCount) = (options.Sureness, options.Suggests, options.Suggestions);
        _play.Changed += Settle;
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

    /// <summary>How likely a change must be right to be made, 0.5 to 1; says nothing to one that sees the goal.</summary>
    public double Sureness
    {
        get => _wishes.Sureness!.Value;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 0.5);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1);
            _wishes.Sureness = value;
        }
    }

    /// <summary>Whether it only suggests, and places what is accepted; never one that infers nothing.</summary>
    public bool Suggests
    {
        get => _wishes.OnlyWanted;
        set => _wishes.OnlyWanted = value && Belief is not null;
    }

    /// <summary>How many blocks it suggests at a time.</summary>
    public int SuggestionCount
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Sessions.Suggestions.MostCount);
            field = value;
        }
    }

    /// <summary>What it suggests, and what of that was accepted and is not placed yet, the accepted first. Nothing for a while after a no.</summary>
    public ReadOnlySpan<Suggestion> Suggestions =>
        Suggests && !IsPaused ? _suggestions.Next(Belief!, _now < _quietUntil ? 0 : SuggestionCount) : [];

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

    /// <summary>Whether it had nothing to do when it was its turn last.</summary>
    public bool IsWaiting { get; private set; }

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
                NoteTaken();
                _thinking.Begin(_wishes);
            }
            else
            {
                Act(_decided.Value);
            }
        }

        _now = Math.Max(_now, now);
        if (!IsPaused)
        {
            MakeWay();
        }
    }

    /// <summary>The player wants a block that was suggested.</summary>
    internal void Accept(Suggestion suggestion)
    {
        _wishes[suggestion.Cell] = new CellWish(CellWishKind.Wanted, suggestion.Block);
        _play.Feedback(_now, FeedbackKind.Accept, suggestion.Cell);
    }

    /// <summary>The player does not want a block that was suggested: nothing is suggested or placed there any more.</summary>
    internal void Decline(Suggestion suggestion)
    {
        _wishes[suggestion.Cell] = new CellWish(CellWishKind.Declined);
        _play.Feedback(_now, FeedbackKind.Decline, suggestion.Cell);
        _quietUntil = _now + Quiet;
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
        IsWaiting = action.Type == ActionType.Noop;
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
        && !(action.Type == ActionType.Place && (_player.IsFilled(action.Cell) || (_player.IsAimedAt(action.Cell) && !IsWanted(action.Cell))));

    private bool IsWanted(int cell) => _wishes[cell].Kind == CellWishKind.Wanted;

    // What was wanted is done, or the player did otherwise.
    private void Settle(BlockChange change)
    {
        if (IsWanted(change.Cell))
        {
            _wishes[change.Cell] = default;
        }
    }

    // So that it looks for something else to do meanwhile.
    private void NoteTaken()
    {
        foreach (var cell in _taken)
        {
            _wishes[cell] = _wishes[cell].Kind == CellWishKind.Taken ? default : _wishes[cell];
        }

        _taken.Clear();
        Take(_player.PlaceCell);
        Take(_player.GhostCell);
    }

    private void Take(int? aimedAt)
    {
        if (aimedAt is { } cell && _wishes[cell].Kind == CellWishKind.None)
        {
            _wishes[cell] = new CellWish(CellWishKind.Taken);
            _taken.Add(cell);
        }
    }

    // Whatever it was about to do was meant to be done from where it stood.
    private void MakeWay()
    {
        if (_now < _movedAt + Reaction || _player.WayOut() is not { } step)
        {
            return;
        }

        (_decided, Intent) = (null, null);
        _thinking.Forget();
        (_gliding, _movedAt) = (Feet, _now);
        _idle.PadUntil(_now);
        _play.Step(_now, RecordedPlay.Assistant, BuilderAction.Move(step));
        _actsAt = _now + ActionMilliseconds;
    }
}
