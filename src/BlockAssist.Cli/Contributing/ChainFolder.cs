using System.Text.Json;
using BlockAssist.Chain.Contributions;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Contributing;

/// <summary>What a node keeps of its contributions: a folder of its home.</summary>
/// <param name="Path">The folder.</param>
internal sealed record ChainFolder(string Path)
{
    /// <summary>The folder of a home.</summary>
    public static ChainFolder Of(NodeHome home) => new(home.Chain);

    /// <summary>Which chain it uses, if not the ledger of its own.</summary>
    public string SettingsFile => System.IO.Path.Combine(Path, "chain.json");

    /// <summary>What was contributed, and how far it is on its way.</summary>
    public string Outbox => System.IO.Path.Combine(Path, "contributions.sqlite");

    /// <summary>What the player said of whether contributions are recorded.</summary>
    public string ConsentFile => System.IO.Path.Combine(Path, "consent.json");

    /// <summary>Which account is the node's.</summary>
    public string AccountFile => System.IO.Path.Combine(Path, "account.json");

    /// <summary>The ledger of its own.</summary>
    public string Ledger => System.IO.Path.Combine(Path, "ledger");

    /// <summary>Which ledger the hub had when it was first asked.</summary>
    public string HubFile => System.IO.Path.Combine(Path, "hub.json");

    /// <summary>Who sends for the account.</summary>
    public string Locks => System.IO.Path.Combine(Path, "locks");

    /// <summary>Where npm puts a local node.</summary>
    public string Tools => System.IO.Path.Combine(Path, "tools");

    /// <summary>What a local node keeps when it ends.</summary>
    public string LocalState => System.IO.Path.Combine(Path, "local-chain.json");

    /// <summary>What a round on the chain of a hub credits.</summary>
    public string SettlementOf(ContractPlace place, uint round) => System.IO.Path.Combine(Path, "settlements", $"{place.ChainId}-{place.Contract}", $"{round}.json");

    /// <summary>What this node says of the contributions to a round, as a verifier.</summary>
    public string VerdictsOn(ContractPlace place, uint round) => System.IO.Path.Combine(Path, "verdicts", $"{place.ChainId}-{place.Contract}", $"{round}.json");

    /// <summary>What is known of a contract from its events.</summary>
    public string IndexOf(ContractPlace place) => System.IO.Path.Combine(Path, $"index-{place.ChainId}-{place.Contract}.sqlite");

    /// <summary>Which chain it uses; null for the ledger of its own.</summary>
    /// <exception cref="ForeseenException">The file cannot be read.</exception>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public ChainSettings? Settings()
    {
        try
        {
            return SettingsForm.Read();
        }
        catch (JsonException error)
        {
            throw new ForeseenException($"{SettingsFile} cannot be read: {error.Message}", "Mend it, or say again which chain is used: blockassist chain use.");
        }
    }

    /// <summary>Notes which chain it uses. The address of a node may hold a key, so that nobody else may read the file.</summary>
    public void Keep(ChainSettings settings) => SettingsForm.WritePrivate(settings);

    private JsonFile<ChainSettings> SettingsForm => new(SettingsFile, "chain settings", ContributingJson.Default.ChainSettings) { Usual = new ChainSettings("", 0, "") };
}
