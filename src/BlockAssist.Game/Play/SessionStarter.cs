using BlockAssist.Game.Sessions;
using BlockAssist.Game.Settings;
using BlockAssist.Game.Shelves;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Play;

/// <summary>Lays out land and site for sessions.</summary>
/// <param name="options">Who helps, and where recordings go.</param>
internal sealed class SessionStarter(ClientOptions options)
{
    /// <summary>Begins with a goal.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="goal">The goal, of the size of the site.</param>
    /// <param name="settings">How the player likes the assistant.</param>
    public PlayedSession Start(string name, BlockGrid goal, AssistantSettings settings)
    {
        var place = Place.Create(goal.Size, (uint)options.Seed);
        var (file, session) = Begin(name, Helper(options.Seed, goal.Size, settings), (path, helper) => BuildSession.Start(place.World, place.Frame, new SessionOptions
        {
            Path = path,
            Goal = goal,
            GoalName = name,
            Seed = options.Seed,
            Assistant = helper,
            Properties = options.Properties(),
        }));
        LookAtSite(session);
        return new PlayedSession(session, name, file);
    }

    /// <summary>Goes on with a session, on the land it was begun on.</summary>
    /// <exception cref="EpisodeFormatException">It cannot be gone on with.</exception>
    public PlayedSession Resume(RecordedEpisode episode, AssistantSettings settings)
    {
        var cutOff = CutOffSession.Open(episode.Path);
        var header = cutOff.Header with { Properties = Merged(cutOff.Header.Properties, options.Properties()) };
        var assistant = header.Builders.Count > 1 ? Helper(header.Seed, header.Options.Size, settings) ?? Idle() : null;
        var place = Place.Create(header.Options.Size, (uint)header.Seed);
        var (file, session) = Begin(header.GoalName, assistant, (path, helper) => BuildSession.Resume(place.World, place.Frame, cutOff with { Header = header }, path, helper));
        return new PlayedSession(session, header.GoalName, file, cutOff.Milliseconds);
    }

    // Who was to help in a session that did not begin is let go.
    private (string File, BuildSession Session) Begin(string goal, AssistantOptions? helper, Func<string, AssistantOptions?, BuildSession> begin)
    {
        try
        {
            return NewEpisodeFile.Begin(() => options.NextEpisode(goal), path => begin(path, helper));
        }
        catch
        {
            (helper?.Policy as IDisposable)?.Dispose();
            throw;
        }
    }

    // From the corner in which builders begin.
    private static void LookAtSite(BuildSession session)
    {
        var (size, feet) = (session.Frame.Size, session.Frame.ToSite(session.Body.Feet));
        session.Yaw = double.RadiansToDegrees(Math.Atan2(feet.X - (size.Width / 2.0), (size.Depth / 2.0) - feet.Z));
    }

    // Whoever helped has its place in the recording, also if nobody is to help now.
    private static AssistantOptions Idle() => new() { Policy = new Simulation.Policies.IdlePolicy() };

    private static Dictionary<string, string> Merged(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now)
    {
        var merged = new Dictionary<string, string>(before);
        foreach (var (key, value) in now)
        {
            merged[key] = value;
        }

        return merged;
    }

    private AssistantOptions? Helper(ulong seed, GridSize site, AssistantSettings settings) =>
        options.Assistant(seed, site) is { } helper ? settings.ApplyTo(helper) : null;
}
