using BlockAssist.Game.Bodies;
using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Play;

/// <summary>Shows how a session stands, over the picture.</summary>
/// <remarks>A frame in which nothing changes allocates nothing. Belongs to the thread of its context.</remarks>
internal sealed class SessionHud : IDisposable
{
    private readonly BuildSession _session;
    private readonly PlayOptions _options;
    private readonly HotbarBlocks _hotbar;
    private readonly HudOverlay _overlay;
    private readonly DebugLines _debug = new();
    private readonly List<MaterialRow> _materials = [];
    private readonly int[] _needed = new int[Palette.Count];
    private bool _materialsAreStale = true;
    private LayerFilter _layers;
    private string _title = "";
    private Rejection? _lastRefused;

    /// <summary>Prepares to show.</summary>
    public SessionHud(BuildSession session, PlayOptions options, HotbarBlocks hotbar, Toasts toasts)
    {
        (_session, _options, _hotbar, _overlay) = (session, options, hotbar, new HudOverlay(toasts));
        foreach (var block in session.Site.Goal)
        {
            _needed[(int)block]++;
        }

        session.BlockChanged += Note;
    }

    /// <summary>Whether figures about the program are shown.</summary>
    public bool ShowsDebug { get; set; }

    /// <summary>By which keys suggestions are answered to, in a few words.</summary>
    public string Answers { get; set; } = "";

    /// <summary>What the assistant believes; null as long as nobody asks.</summary>
    public BeliefView? Belief { get; set; }

    /// <summary>Says why something was not done; the same reason once in a while only.</summary>
    public void Refuse(Rejection? rejection)
    {
        if (rejection is { } reason && rejection != _lastRefused && RejectionText.Of(reason) is { } sentence)
        {
            _overlay.Toasts.Show(sentence, ToastKind.Trouble);
        }

        _lastRefused = rejection ?? _lastRefused;
    }

    /// <summary>Draws it.</summary>
    /// <param name="batch">The frame.</param>
    /// <param name="aimed">The solid cell that is aimed at; null for none.</param>
    /// <param name="figures">What the frame took.</param>
    public void Draw(HudBatch batch, AimHit? aimed, in FrameFigures figures)
    {
        UpdateMaterials();
        UpdateDebug(figures);
        var progress = _session.Progress.Total;
        _overlay.Draw(batch, new HudView
        {
            Crosshair = new CrosshairView(aimed is not null),
            Hotbar = new HotbarView(_hotbar.Slots, _session.Slot),
            Progress = new ProgressView(_title, (float)progress.Share, progress.Missing, progress.Wrong, progress.Extra),
            BlockInfo = Belief is null ? InfoOfAimed() : null,
            Belief = Belief,
            Materials = new MaterialsView(_materials),
            Recording = new RecordingView(TimeSpan.FromMilliseconds(_options.MillisecondsBefore + _session.Time)),
            Assistant = AssistantNow(),
            Debug = ShowsDebug ? _debug : null,
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _session.BlockChanged -= Note;

    private static string Doing(ActionType type) => type switch
    {
        ActionType.Place => "places",
        ActionType.Break => "breaks",
        ActionType.Noop => "waits",
        _ => "walks",
    };

    private void Note(BlockChange change) => _materialsAreStale = true;

    private BlockInfoView? InfoOfAimed()
    {
        if (_session.AimedGhost is not { } shown || !_session.Frame.Contains(shown.Cell))
        {
            return null;
        }

        var cell = _session.Site.Size.CellAt(_session.Frame.ToSite(shown.Cell));
        return new BlockInfoView(_session.Site.Blocks[cell], _session.Site.Goal[cell]);
    }

    private AssistantView? AssistantNow()
    {
        if (_session.Assistant is not { } assistant)
        {
            return null;
        }

        var state = _session.IsComplete ? AssistantState.Done
            : assistant.IsPaused ? AssistantState.Paused
            : assistant.Suggests ? AssistantState.Suggesting
            : assistant.Belief is not null && assistant.IsWaiting && assistant.Intent is null ? AssistantState.Watching
            : AssistantState.Building;
        if (state == AssistantState.Suggesting && _session.CurrentSuggestion is { } suggestion)
        {
            return new AssistantView(state, 1000f / assistant.ActionMilliseconds, Answers, suggestion.Block);
        }

        return assistant.Intent is { } intent
            ? new AssistantView(state, 1000f / assistant.ActionMilliseconds, Doing(intent.Action.Type), intent.Block)
            : new AssistantView(state, 1000f / assistant.ActionMilliseconds, "");
    }

    private void UpdateMaterials()
    {
        if (!_materialsAreStale && _layers == _session.Layers)
        {
            return;
        }

        (_materialsAreStale, _layers) = (false, _session.Layers);
        _title = TitleOf(_layers);
        _materials.Clear();
        foreach (var block in Palette.Placeable)
        {
            var left = _session.Progress.Needed(block, _layers);
            if (left > 0)
            {
                _materials.Add(new MaterialRow(block, left, Math.Max(left, _needed[(int)block])));
            }
        }

        _materials.Sort((a, b) => b.Left.CompareTo(a.Left));
    }

    private string TitleOf(LayerFilter layers)
    {
        var highest = _session.Site.Size.Height - 1;
        return layers.Mode switch
        {
            LayerMode.One => $"{_options.GoalName}: layer {layers.Layer} of {highest}",
            LayerMode.Below => $"{_options.GoalName}: up to layer {layers.Layer} of {highest}",
            _ => _options.GoalName,
        };
    }

    private void UpdateDebug(in FrameFigures figures)
    {
        if (!ShowsDebug)
        {
            return;
        }

        // As the command line counts them: from the corner of the site.
        var feet = _session.Frame.ToSite(_session.Body.Feet);
        _debug.Clear();
        _debug.Add($"{figures.FramesASecond:F0} frames/s, {figures.Pending} meshes to come");
        _debug.Add($"{figures.Sections} sections, {figures.Faces} faces");
        _debug.Add($"at {feet.X:F1} {feet.Y:F1} {feet.Z:F1} of the site, looks {_session.Yaw:F0} {_session.Pitch:F0}");
        _debug.Add($"{_session.Corrections} corrections, {_session.TakenBack} taken back");
    }
}
