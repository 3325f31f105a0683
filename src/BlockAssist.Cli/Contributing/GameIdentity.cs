using BlockAssist.Cli.Running;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Contributing;

/// <summary>Who a node is whose player is asked for nothing.</summary>
internal static class GameIdentity
{
    /// <summary>Gives the node an identity that opens without a passphrase, if it has none.</summary>
    /// <returns>Whether the node's identity opens without a passphrase.</returns>
    public static bool Ensure(NodeHome home)
    {
        var identity = new IdentityFile(home.Identity);
        if (identity.Exists)
        {
            return identity.Read().Unlocking == Unlocking.KeyFile;
        }

        using var phrase = RecoveryPhrase.Create();
        identity.SaveWithKeyFile(phrase);
        return true;
    }
}
