namespace BlockAssist.Cli.Doctor;

/// <summary>What an examination found of one thing on this machine.</summary>
/// <param name="Name">The thing.</param>
/// <param name="State">How it is.</param>
/// <param name="Found">What was found.</param>
/// <param name="Mend">The command or deed that mends it; null where nothing needs mending.</param>
internal sealed record Finding(string Name, Health State, string Found, string? Mend = null)
{
    /// <summary>It is as it should be.</summary>
    public static Finding Ok(string name, string found) => new(name, Health.Ok, found);

    /// <summary>Something is not to be had without it.</summary>
    public static Finding Warning(string name, string found, string mend) => new(name, Health.Warning, found, mend);

    /// <summary>Nothing works without it.</summary>
    public static Finding Missing(string name, string found, string mend) => new(name, Health.Missing, found, mend);
}
