using BlockAssist.Cli.Assistance;
using BlockAssist.Cli.Running;
using BlockAssist.Game.Sessions;
using BlockAssist.Learner.Beliefs.Search;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Play;

/// <summary>Who helps in play: a builder by a script, or the model that infers the goal.</summary>
/// <remarks>Play never fails for lack of a model: then a builder by a script helps, and one line says why.</remarks>
internal sealed class PlayHelper : IDisposable
{
    /// <summary>The name of the helper that infers the goal.</summary>
    public const string Belief = "belief";

    /// <summary>The name of no helper.</summary>
    public const string Nobody = "none";

    /// <summary>How sure the model must be of what it does, unless somebody says otherwise.</summary>
    public const double UsualSureness = 0.85;

    private const string StandIn = "human";

    // Of the half second that it has to think; the network takes some milliseconds more.
    private static readonly TimeSpan ThinkingTime = TimeSpan.FromMilliseconds(40);

    private static readonly SearchOptions Search = new() { Simulations = 1000 };

    private readonly AssistantModel? _model;

    private PlayHelper(Seat? seat, AssistantModel? model = null) => (Seat, _model) = (seat, model);

    /// <summary>Who helps; null for nobody.</summary>
    public Seat? Seat { get; }

    /// <summary>All names that can be asked for.</summary>
    public static IReadOnlyList<string> Names { get; } = [Belief, .. ScriptedBuilders.Names, Nobody];

    /// <summary>Opens who helps.</summary>
    /// <param name="context">Where the node's models are.</param>
    /// <param name="name">One of <see cref="Names"/>; null for the model if there is one for such sites.</param>
    /// <param name="model">The model: a file, or the start of a hash; null for the one that plays.</param>
    /// <param name="site">The size of the sites.</param>
    /// <param name="inRealTime">Whether somebody waits for what it decides; otherwise it decides the same under the same seed.</param>
    public static PlayHelper Open(CommandContext context, string? name, string? model, GridSize site, bool inRealTime) => name switch
    {
        Nobody => new PlayHelper(null),
        null or Belief => OpenModel(context, isAskedFor: name is not null || model is not null, model, site, inRealTime),
        _ => new PlayHelper(Seat.Scripted(name)),
    };

    /// <summary>Who helps in a session of the game.</summary>
    /// <param name="seed">Fixes what a builder by a script does.</param>
    /// <param name="site">The size of the site; on another one than the model is for, a builder by a script helps.</param>
    public AssistantOptions? For(ulong seed, GridSize site)
    {
        var seat = _model is null || _model.Shape.Size == site ? Seat : Seat.Scripted(StandIn);
        return seat is null
            ? null
            : new AssistantOptions { Policy = seat.Sit(seed), Name = seat.Name, Role = seat.Role, GoalVisible = seat.GoalVisible, ThinksAside = seat == Seat && _model is not null };
    }

    /// <inheritdoc/>
    public void Dispose() => _model?.Dispose();

    private static PlayHelper OpenModel(CommandContext context, bool isAskedFor, string? name, GridSize site, bool inRealTime)
    {
        try
        {
            var model = AssistantModel.Open(context, name, site, UsualSureness);
            context.Log.Information("The assistant infers the goal: {Name}, on {Provider}", model.Name, model.Engine.Provider);
            var search = Search with { Budget = inRealTime ? ThinkingTime : null };
            return new PlayHelper(new Seat($"{Belief} {model.Name}", BuilderRole.Assistant, false, seed => model.SitSearching(search, seed, context.Surroundings.Clock)), model);
        }
        catch (Exception error) when (Failure.IsForeseen(error))
        {
            return InItsPlace(context, isAskedFor, Failure.Of(error).Error);
        }
    }

    private static PlayHelper InItsPlace(CommandContext context, bool isAskedFor, string reason)
    {
        const string Line = "The assistant that infers the goal cannot help: {Reason}. A scripted one that sees the goal helps instead";
        context.Log.Write(isAskedFor ? Serilog.Events.LogEventLevel.Warning : Serilog.Events.LogEventLevel.Information, Line, reason.TrimEnd('.'));
        return new PlayHelper(Seat.Scripted(StandIn));
    }
}
