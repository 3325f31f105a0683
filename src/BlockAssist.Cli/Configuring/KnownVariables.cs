using BlockAssist.Cli.Supervision;

namespace BlockAssist.Cli.Configuring;

/// <summary>All variables <c>BLOCKASSIST_…</c> of the environment that mean something, besides those of <see cref="Setting"/>.</summary>
internal static class KnownVariables
{
    /// <summary>How all begin.</summary>
    public const string Prefix = "BLOCKASSIST_";

    /// <summary>The home of the node.</summary>
    public const string Home = Prefix + "HOME";

    /// <summary>What opens its identity.</summary>
    public const string Passphrase = Prefix + "PASSPHRASE";

    /// <summary>That Windows runs it as a service.</summary>
    public const string WindowsService = Prefix + "WINDOWS_SERVICE";

    /// <summary>All that the program reads.</summary>
    public static readonly IReadOnlyList<string> OfProgram = [Home, Passphrase, WindowsService, EndWithStarter.Variable, Prefix + "SHARED"];

    // Who develops the program has these set for its tests.
    private const string PrefixOfTests = Prefix + "TEST_";
    private static readonly string[] OfTests = ["CHROMIUM", "FUZZ_SECONDS", "HOUSES", "MEASURE", "NETNS", "PICTURES", "SILOS", "SOAK_FILE", "SOAK_MINUTES"];

    /// <summary>Whether a variable is one of them.</summary>
    public static bool Contains(string variable) =>
        OfProgram.Contains(variable)
        || variable.StartsWith(PrefixOfTests, StringComparison.Ordinal)
        || (variable.StartsWith(Prefix, StringComparison.Ordinal) && OfTests.Contains(variable[Prefix.Length..]));
}
