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
        var file = ChainFolder.Of(home).AccountFile;
        var identity = new IdentityFile(home.Identity);
        try
        {
            return File.Exists(file) && identity.Exists
                && JsonSerializer.Deserialize(File.ReadAllBytes(file), ContributingJson.Default.KnownAccount) is { } known
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
            var known = new KnownAccount(keys.Identity.Id.ToString(), keys.Account.Address.ToString());
            AtomicFile.Write(ChainFolder.Of(home).AccountFile, stream => JsonSerializer.Serialize(stream, known, ContributingJson.Default.KnownAccount));
        }
    }
}
