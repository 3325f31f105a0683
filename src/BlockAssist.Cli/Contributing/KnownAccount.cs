using System.Text.Json;
using BlockAssist.Chain.Values;
using BlockAssist.Cli.Running;
using BlockAssist.Net.Identities;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Contributing;

/// <summary>Which account is a peer's, so that it can be said without a passphrase.</summary>
/// <param name="Peer">The peer.</param>
/// <param name="Account">Its account.</param>
internal sealed record KnownAccount(string Peer, string Account)
{
    /// <summary>The account of the node of a home; null while its keys have never been opened.</summary>
    public static Address? In(NodeHome home)
    {
        var identity = new IdentityFile(home.Identity);
        try
        {
            return identity.Exists
                && FileIn(home).Read() is { } known
                && known.Peer == identity.Read().Peer.ToString()
                && Address.TryParse(known.Account, out var account)
                ? account
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Notes the account of keys that were opened.</summary>
    public static void Note(NodeHome home, NodeKeys keys)
    {
        if (In(home) != keys.Account.Address)
        {
            FileIn(home).Write(new KnownAccount(keys.Identity.Id.ToString(), keys.Account.Address.ToString()));
        }
    }

    private static JsonFile<KnownAccount> FileIn(NodeHome home) => new(ChainFolder.Of(home).AccountFile, "noted accounts", ContributingJson.Default.KnownAccount);
}
