using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Tests;

/// <summary>The examples of docs/network.md, which were made by another program than ours.</summary>
public sealed class NetworkPageTests
{
    private readonly Dictionary<string, string> _peer = FormatPage.Fenced(Page, "text")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .ToDictionary(line => line[..line.IndexOf(' ', StringComparison.Ordinal)], line => line[line.IndexOf(' ', StringComparison.Ordinal)..].Trim());

    private static string Page => Path.Combine("..", "network.md");

    [Fact]
    public void The_peer_is_the_one_of_its_words()
    {
        using var phrase = RecoveryPhrase.Parse(_peer["words"]);
        using var identity = PeerIdentity.Of(phrase);
        var (entropy, seed) = (new byte[32], new byte[32]);
        phrase.CopyEntropyTo(entropy);
        phrase.DeriveKey("blockassist/peer/1", seed);

        Assert.Equal(_peer["entropy"], Convert.ToHexStringLower(entropy));
        Assert.Equal(_peer["seed"], Convert.ToHexStringLower(seed));
        Assert.Equal(new PeerId(Convert.FromHexString(_peer["public"])), identity.Id);
        Assert.Equal(_peer["id"], identity.Id.ToString());
        Assert.Equal(_peer["name"], PeerName.Of(identity.Id));
    }

    [Fact]
    public void The_envelope_is_byte_for_byte_what_is_written_and_taken()
    {
        using var phrase = RecoveryPhrase.Parse(_peer["words"]);
        using var identity = PeerIdentity.Of(phrase);
        var clock = Some.Clock();
        var shown = FormatPage.Hex(FormatPage.Fenced(Page, "hex")[0]);

        var taken = Some.Gate(clock).Takes(shown);

        Assert.Equal(shown, Some.Writer(identity, clock).Write(Some.Beat, 5, "hello"u8));
        Assert.Equal((Some.Beat, 5UL, ChainLink.First), (taken.Kind, taken.Round, taken.Link));
        Assert.Contains($"its digest is `{taken.Digest}`", File.ReadAllText(Path.Combine(SharedData.CheckoutRoot(), "docs", "network.md")), StringComparison.Ordinal);
    }
}
