using BlockAssist.Game.Bodies;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sessions;

/// <summary>A player builds in a world, perhaps with an assistant, and all of it is recorded.</summary>
/// <remarks>
/// Play is continuous, the game of the recording is not; <see cref="Footsteps"/>, <see cref="PlayerHands"/> and
/// <see cref="IdleTime"/> each hold one part of the rule that leads from one to the other: feet that enter a cell are moves,
/// a placement or a break is an action at once, idle time is padding. Each action is a step of its own, in which the other
/// builder is absent. Has no clock: the caller says how late it is, in milliseconds since the start. What is asked for
/// between two calls of <see cref="Advance"/> happens at the time of the last one. Belongs to one thread.
/// </remarks>
public sealed class BuildSession : IDisposable
{
    private const int TicksAPose = Body.TicksPerSecond * PlayerPose.UsualInterval / 1000;

    private readonly RecordedPlay _play;
    private readonly IdleTime _idle;
    private readonly Footsteps _footsteps;
    private readonly PlayerHands _hands;
    private readonly WorldMirror _mirror;
    private readonly EditHistory _history;
    private long _ticks;
    private bool _isOver;

    private BuildSession(VoxelWorld world, SiteFrame frame, EpisodeHeader header, string path, AssistantOptions? assistant)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentOutOfRangeException.ThrowIfNotEqual(frame.Size, header.Options.Size, nameof(frame));
        ArgumentOutOfRangeException.ThrowIfEqual(world.Size.Contains(frame.Origin) && world.Size.Contains(frame.Origin + Farthest(frame.Size)), false, nameof(frame));
        ArgumentOutOfRangeException.ThrowIfNotEqual(assistant is null ? 1 : 2, header.Builders.Count, nameof(assistant));
        assistant?.Validate();
        (World, Frame) = (world, frame);
        _play = new RecordedPlay(header, path);
        _mirror = new WorldMirror(world, frame);
        _mirror.ShowAll(Site.Blocks);
        Progress = new BlueprintProgress(Site.Size, Site.Goal, Site.Blocks);
        Body = new Body(world, frame.ToWorld(Site.LocationOf(RecordedPlay.Player)));
        _idle = new IdleTime(_play);
        _footsteps = new Footsteps(_play, _idle, frame);
        _hands = new PlayerHands(_play, _idle, Body, world, frame);
        _history = new EditHistory(_play, _hands);
        Assistant = assistant is null ? null : new AssistantSeat(_play, _idle, assistant, new PersonalSpace(this), world, frame);
        _play.Changed += Follow;
    }

    /// <summary>Is told of every block of the site that changes, after the world shows it; who listens must not act.</summary>
    public event Action<BlockChange>? BlockChanged;

    /// <summary>The world.</summary>
    public VoxelWorld World { get; }

    /// <summary>Where the site is in it.</summary>
    public SiteFrame Frame { get; }

    /// <summary>The site; to be looked at only.</summary>
    public BuildSite Site => _play.Site;

    /// <summary>The player's body.</summary>
    public Body Body { get; }

    /// <summary>The assistant's seat; null if nobody helps.</summary>
    public AssistantSeat? Assistant { get; }

    /// <summary>How far the blueprint is built.</summary>
    public BlueprintProgress Progress { get; }

    /// <summary>How late it is, in milliseconds since the start.</summary>
    public double Time { get; private set; }

    /// <summary>How the player wants to move, until that changes.</summary>
    public Gait Gait { get; set; }

    /// <summary>Where the player looks around the vertical, in degrees: 0 south, 90 west.</summary>
    public double Yaw { get; set; }

    /// <summary>Where the player looks up (−90) or down (90), in degrees.</summary>
    public double Pitch { get; set => field = Math.Clamp(value, -90, 90); }

    /// <summary>The slot of the hot bar that is chosen.</summary>
    public byte Slot { get; set; }

    /// <summary>The block in hand; air for none.</summary>
    public Block Held { get; set; }

    /// <summary>The layers of the blueprint that are shown; easy placing keeps to them.</summary>
    public LayerFilter Layers { get; set; }

    /// <summary>How many of the assistant's edits the player took back, by asking for it or by hand.</summary>
    public int TakenBack => _history.TakenBack;

    /// <summary>How often the player came into the site, or was put somewhere, without moves that lead there.</summary>
    public int Corrections => _footsteps.Corrections;

    /// <summary>Whether the player is outside the site's box; the simulated feet then are where they were last inside.</summary>
    public bool IsOutside => _footsteps.IsOutside;

    /// <summary>Whether the goal stands.</summary>
    public bool IsComplete => Site.IsComplete;

    /// <summary>How much of a tick has passed since the last one, 0 to 1: for drawing.</summary>
    public double TickShare => Math.Clamp((Time * Body.TicksPerSecond / 1000) - _ticks, 0, 1);

    /// <summary>Where the player looks from, and where to.</summary>
    public Aim Aim => new(Body.EyesAt(TickShare), Yaw, Pitch);

    /// <summary>The solid cell that the player aims at.</summary>
    public AimHit? Aimed => Aim.Cast(World);

    /// <summary>The cell that easy placing is about: the first missing block that could be placed, else the first one, else what is solid.</summary>
    public AimHit? AimedGhost => Aim.Cast(new OpenGhosts(Ghosts, Body)) is { } hit && Ghosts.IsGhost(hit.Cell) ? hit : Aim.Cast(Ghosts);

    /// <summary>What is accepted or declined next: the suggestion that the player aims at, else the first; null for none.</summary>
    public Suggestion? CurrentSuggestion
    {
        get
        {
            if (Assistant is not { Suggestions: { IsEmpty: false } all })
            {
                return null;
            }

            var cells = new SuggestedCells(this);
            if (Aim.Cast(cells) is { } hit && cells.At(hit.Cell) is { } aimedAt)
            {
                return aimedAt;
            }

            foreach (var suggestion in all)
            {
                if (!suggestion.IsAccepted)
                {
                    return suggestion;
                }
            }

            return null;
        }
    }

    private GhostCells Ghosts => new(World, Site, Frame, Layers);

    private long Now => (long)Time;

    /// <summary>Starts a session.</summary>
    /// <param name="world">The world, its land in it.</param>
    /// <param name="frame">Where the site is; see <see cref="SiteFrame.Centred"/>.</param>
    /// <param name="options">What it is about.</param>
    public static BuildSession Start(VoxelWorld world, SiteFrame frame, SessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new BuildSession(world, frame, options.ToHeader(), options.Path, options.Assistant);
    }

    /// <summary>Goes on with a session that was cut off, in a new file that starts where the old one stops.</summary>
    /// <param name="world">The world, its land in it.</param>
    /// <param name="frame">Where the site is.</param>
    /// <param name="cutOff">The session.</param>
    /// <param name="path">The new file, which must not exist.</param>
    /// <param name="assistant">Who helps from now on, if somebody did.</param>
    public static BuildSession Resume(VoxelWorld world, SiteFrame frame, CutOffSession cutOff, string path, AssistantOptions? assistant)
    {
        ArgumentNullException.ThrowIfNull(cutOff);
        var session = new BuildSession(world, frame, assistant is null ? cutOff.Header : assistant.TakeOver(cutOff.Header), path, assistant);
        session.TakeUp(cutOff.Pose);
        return session;
    }

    /// <summary>Lets time pass, up to a moment.</summary>
    /// <param name="time">Milliseconds since the start; not before the last call's.</param>
    public void Advance(double time)
    {
        ObjectDisposedException.ThrowIf(_isOver, this);
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Time);
        for (var tick = TimeOf(_ticks + 1); tick <= time; tick = TimeOf(_ticks + 1))
        {
            _ticks++;
            Assistant?.Advance(tick);
            Tick(tick);
        }

        Time = time;
        Assistant?.Advance(Now);
        _idle.PadUntil(Now);
    }

    /// <summary>Puts a block to the face that the player aims at.</summary>
    /// <returns>Why not; null if it was placed.</returns>
    public Rejection? Place(Block block) => Aimed is { } hit ? PlaceAt(Frame.ToSite(hit.Before), block) : Rejection.NothingInReach;

    /// <summary>Breaks the block that the player aims at.</summary>
    public Rejection? Break() => Aimed is { } hit ? BreakAt(Frame.ToSite(hit.Cell)) : Rejection.NothingInReach;

    /// <summary>Puts the block that the blueprint wants where the player aims at one that is missing.</summary>
    public Rejection? EasyPlace() =>
        AimedGhost is not { } hit ? Rejection.NothingInReach
        : !Ghosts.IsGhost(hit.Cell) ? Rejection.NotInBlueprint
        : PlaceAt(Frame.ToSite(hit.Cell), Site.Goal[Frame.Size.CellAt(Frame.ToSite(hit.Cell))]);

    /// <summary>Places a block into a cell of the site, however far it is.</summary>
    public Rejection? PlaceAt(BlockPos cell, Block block) => Remember(_hands.Place(Now, cell, block));

    /// <summary>Breaks the block of a cell of the site, however far it is.</summary>
    public Rejection? BreakAt(BlockPos cell) => Remember(_hands.Break(Now, cell));

    /// <summary>Makes edits that are taken back all at once.</summary>
    public T AsOne<T>(Func<T> edits) => _history.AsOne(edits);

    /// <summary>Takes back the player's last edit, or all of the last that were made as one.</summary>
    /// <returns>Why not; null if any was taken back. What somebody changed since is forgotten.</returns>
    public Rejection? Undo() => _history.Undo(Now);

    /// <summary>Does again what the player took back last.</summary>
    public Rejection? Redo() => _history.Redo(Now);

    /// <summary>Takes back the assistant's last edits, as edits of the player, which can be undone.</summary>
    /// <param name="count">How many; those whose cell was changed since are passed over.</param>
    /// <returns>How many were taken back. Stops in front of one that a body is in the way of.</returns>
    public int RejectLast(int count) => _history.RejectLast(Now, count);

    /// <summary>Lets the assistant place what it suggests: the current suggestion.</summary>
    /// <returns>Whether there was one.</returns>
    public bool AcceptSuggestion()
    {
        var suggestion = CurrentSuggestion;
        if (suggestion is { } wanted)
        {
            Assistant!.Accept(wanted);
        }

        return suggestion is not null;
    }

    /// <summary>Lets the assistant never again place anything where the current suggestion is.</summary>
    /// <returns>Whether there was one.</returns>
    public bool DeclineSuggestion()
    {
        var suggestion = CurrentSuggestion;
        if (suggestion is { } unwanted)
        {
            Assistant!.Decline(unwanted);
        }

        return suggestion is not null;
    }

    /// <summary>How the session stands.</summary>
    public SessionResult Result() => new(
        Now,
        _play.Counts[RecordedPlay.Player],
        Assistant is null ? default : _play.Counts[RecordedPlay.Assistant],
        SessionResult.ShareOf(Site, Progress, RecordedPlay.Assistant),
        Site.GoalPercentageOf(RecordedPlay.Player),
        Progress.Total)
    {
        TakenBack = TakenBack,
        Dropped = Assistant?.Dropped ?? 0,
    };

    /// <summary>Ends the session and its recording.</summary>
    public SessionResult Finish()
    {
        ObjectDisposedException.ThrowIf(_isOver, this);
        _isOver = true;
        _play.Complete();
        return Result();
    }

    /// <summary>Closes the file. Without <see cref="Finish"/> it is a session that was cut off.</summary>
    public void Dispose()
    {
        _isOver = true;
        Assistant?.Dispose();
        _play.Dispose();
    }

    private static BlockPos Farthest(GridSize size) => new(size.Width - 1, size.Height - 1, size.Depth - 1);

    private static long TimeOf(long tick) => tick * 1000 / Body.TicksPerSecond;

    private void Tick(long time)
    {
        Body.Tick(Gait, Yaw);
        _footsteps.Follow(time, Body.Feet);
        if (_ticks % TicksAPose == 0)
        {
            _play.Pose(new PlayerPose
            {
                Builder = RecordedPlay.Player,
                Time = time,
                Feet = Frame.ToSite(Body.Feet),
                Yaw = Yaw,
                Pitch = Pitch,
                Slot = Slot,
                Held = Held,
            });
        }
    }

    private void Follow(BlockChange change)
    {
        _mirror.Show(change.Cell, change.After);
        Progress.Change(change.Cell, change.After);
        if (change.Builder == RecordedPlay.Assistant)
        {
            _history.RememberAssistants();
        }

        BlockChanged?.Invoke(change);
    }

    private Rejection? Remember(Rejection? rejection)
    {
        if (rejection is null)
        {
            _history.Remember(Now);
        }

        return rejection;
    }

    // Where the player was between cells, if that is still a place to be; otherwise the body stays in the simulated cell.
    private void TakeUp(PlayerPose? last)
    {
        if (last is not { } pose)
        {
            return;
        }

        var feet = Frame.ToWorld(pose.Feet);
        var cell = Frame.ToSite(feet.Cell);
        (Yaw, Pitch, Slot, Held) = (pose.Yaw, pose.Pitch, pose.Slot, pose.Held);
        if (Body.Fits(feet) && (!Frame.Size.Contains(cell) || cell == Site.LocationOf(RecordedPlay.Player).Cell))
        {
            Body.Put(feet);
            _footsteps.Follow(Now, feet);
        }
    }
}
