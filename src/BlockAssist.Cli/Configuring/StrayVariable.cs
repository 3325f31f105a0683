using System.Text.Json.Serialization;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Configuring;

/// <summary>A variable <c>BLOCKASSIST_…</c> of the environment that means nothing. What it says is told to nobody: it may be a password.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Nearest">The one that was probably meant; null if none is near.</param>
internal sealed record StrayVariable(string Name, string? Nearest)
{
    /// <summary>What is said of it.</summary>
    [JsonIgnore]
    public string Line => $"{Name} of the environment means nothing{(Nearest is { } meant ? $"; did you mean {meant}?" : ", see: blockassist config show --json")}";

    /// <summary>Those of an environment, in the order of their names.</summary>
    /// <param name="names">The names of all that is set.</param>
    /// <param name="settings">All settings.</param>
    public static IReadOnlyList<StrayVariable> In(IEnumerable<string> names, IReadOnlyList<Setting> settings)
    {
        string[] known = [.. KnownVariables.OfProgram, .. settings.Select(setting => setting.Variable)];
        return
        [
            .. from name in names
               let read = OperatingSystem.IsWindows() ? name.ToUpperInvariant() : name
               where name.StartsWith(KnownVariables.Prefix, StringComparison.OrdinalIgnoreCase) && !KnownVariables.Contains(read) && !known.Contains(read)
               orderby name
               select new StrayVariable(name, Spelling.Nearest(name.ToUpperInvariant(), known)),
        ];
    }
}
