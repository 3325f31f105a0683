using BlockAssist.Chain.Signing;
using BlockAssist.Cli.Running;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Contributing;

/// <summary>Who a node is: among peers, and on chains.</summary>
/// <param name="Identity">Among peers.</param>
/// <param name="Account">On chains.</param>
internal sealed record NodeKeys(PeerIdentity Identity, LocalSigner Account) : IDisposable
{
    /// <summary>The keys that a recovery phrase stands for.</summary>
    public static NodeKeys Of(RecoveryPhrase phrase) => new(PeerIdentity.Of(phrase), NodeAccount.Of(phrase));

    /// <summary>The keys of a home that opens without a passphrase; null for any other.</summary>
    public static NodeKeys? TryOpen(NodeHome home)
    {
        var file = new IdentityFile(home.Identity);
        if (!file.Exists || file.Read().Unlocking != Unlocking.KeyFile)
        {
            return null;
        }

        using var phrase = file.OpenWithKeyFile();
        return Of(phrase);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Identity.Dispose();
        Account.Dispose();
    }
}
