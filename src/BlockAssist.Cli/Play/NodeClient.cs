using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Pictures;
using BlockAssist.Cli.Running;
using BlockAssist.Game.Pictures;
using BlockAssist.Game.Play;
using BlockAssist.Game.Sound;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Play;

/// <summary>What the client has of the node: its files, its settings, a place for pictures, and sounds.</summary>
/// <param name="context">Where the node's files are, and its clock.</param>
internal sealed class NodeClient(CommandContext context)
{
    private TimeProvider Clock => context.Surroundings.Clock;

    /// <summary>What it is told, nobody helping.</summary>
    /// <param name="episodes">Where recordings are.</param>
    public ClientOptions Options(string episodes) => new()
    {
        Episodes = episodes,
        Blueprints = context.Home.Blueprints,
        SettingsFile = context.Home.Settings,
        NextEpisode = new EpisodeFiles(episodes, Clock).Next,
        Properties = () => EpisodeFiles.Properties("play", Clock),
        Screenshot = Keep,
        Consent = new GameConsent(context),
        IsFirstStart = !File.Exists(context.Home.Settings) && !Directory.Exists(episodes),
        TunesPicture = true,
        Version = ProgramVersion.Text.Split('+')[0],
    };

    /// <summary>Makes the sounds; nobody misses a house for lack of them.</summary>
    public GameSounds OpenSounds()
    {
        var sounds = GameSounds.Open();
        if (sounds.Absence is { } reason)
        {
            context.Log.Debug("No sound: {Reason}", reason);
        }

        return sounds;
    }

    private string Keep(Canvas picture)
    {
        var path = Path.Combine(context.Home.Path, "pictures", $"{Clock.GetUtcNow():yyyyMMdd-HHmmss}.png");
        AtomicFile.Write(path, stream => PngPicture.Write(picture, stream));
        return path;
    }
}
