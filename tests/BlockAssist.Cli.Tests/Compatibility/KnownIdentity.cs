using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Tests.Compatibility;

/// <summary>Who hub and node of the golden files are. Their words are those of BIP 39's own examples: anybody's, and for nothing but this.</summary>
internal static class KnownIdentity
{
    /// <summary>The words of 32 bytes of zeros.</summary>
    public const string Hub =
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon art";

    /// <summary>The words of 32 bytes of 7F.</summary>
    public const string Self =
        "legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth title";

    public static PeerIdentity Of(string words)
    {
        using var phrase = RecoveryPhrase.Parse(words);
        return PeerIdentity.Of(phrase);
    }
}
