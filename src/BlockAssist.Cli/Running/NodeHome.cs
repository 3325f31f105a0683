using BlockAssist.Cli.Configuring;

namespace BlockAssist.Cli.Running;

/// <summary>The folder in which a node keeps all that is its own.</summary>
internal sealed record NodeHome(string Path)
{
    /// <summary>Where its logs are.</summary>
    public string Logs => System.IO.Path.Combine(Path, "logs");

    /// <summary>How its verbs run that run for long.</summary>
    public string Configuration => System.IO.Path.Combine(Path, "blockassist.json");

    /// <summary>Where its models are.</summary>
    public string Models => System.IO.Path.Combine(Path, "models");

    /// <summary>Where models are as they are served; can be made again at any time.</summary>
    public string Served => System.IO.Path.Combine(Path, "served");

    /// <summary>Where the episodes that it recorded are.</summary>
    public string Episodes => System.IO.Path.Combine(Path, "episodes");

    /// <summary>Where the blueprints are that a person brought along.</summary>
    public string Blueprints => System.IO.Path.Combine(Path, "blueprints");

    /// <summary>How the person likes the game.</summary>
    public string Settings => System.IO.Path.Combine(Path, "settings.json");

    /// <summary>Where trainings under way are, and what they made up to learn from.</summary>
    public string Training => System.IO.Path.Combine(Path, "training");

    /// <summary>What it needs to take part in a swarm.</summary>
    public string Swarm => System.IO.Path.Combine(Path, "swarm");

    /// <summary>What it contributed, and how far that is on its way to a chain.</summary>
    public string Chain => System.IO.Path.Combine(Path, "chain");

    /// <summary>The home of a scripted player's node, so that nothing of it is among what people did.</summary>
    public NodeHome Scripted => new(System.IO.Path.Combine(Path, "scripted"));

    /// <summary>Held by a game while it is played.</summary>
    public string Playing => System.IO.Path.Combine(Path, "playing.lock");

    /// <summary>Who it is among peers, encrypted.</summary>
    public string Identity => System.IO.Path.Combine(Path, "keys", "peer.json");

    /// <summary>The folder named by <c>BLOCKASSIST_HOME</c>, by default one in the platform's data folder.</summary>
    public static NodeHome From(Func<string, string?> variable) =>
        variable(KnownVariables.Home) is { Length: > 0 } named
            ? new NodeHome(System.IO.Path.GetFullPath(WithoutTilde(named)))
            : new NodeHome(System.IO.Path.Combine(PlatformData(), OperatingSystem.IsLinux() ? "blockassist" : "BlockAssist"));

    // Shells leave a quoted ~ as it is.
    private static string WithoutTilde(string path) =>
        path == "~" || path.StartsWith("~/", StringComparison.Ordinal)
            ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + path[1..]
            : path;

    private static string PlatformData() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
}
