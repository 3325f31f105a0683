using System.Text.Json;
using BlockAssist.Chain.Contributions;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;
using BlockAssist.Net.Messages;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Contributing;

/// <summary>The ledger of the hub of the swarm that a node has joined.</summary>
/// <param name="context">The home and the clock.</param>
internal sealed class HubChain(CommandContext context)
{
    private readonly ChainFolder _folder = ChainFolder.Of(context.Home);

    /// <summary>Where the hub is; null where the node is in no swarm, or is the hub.</summary>
    public SwarmAddress? Hub => Settings is { Hub: { } hub } ? SwarmAddress.Parse(hub) : null;

    /// <summary>The ledger that the hub was known to have; null if it was never asked.</summary>
    public ContractPlace? Known => Hub is { } hub && ReadKnown() is { } known && known.Hub == hub.Hub.ToString() ? known.Ledger.Checked : null;

    private JsonFile<KnownHubLedger> KnownFile => new(_folder.HubFile, "noted ledgers of hubs", ContributingJson.Default.KnownHubLedger);

    private SwarmSettings? Settings => SwarmFolder.Of(context.Home) is var swarm && File.Exists(swarm.SettingsFile) ? swarm.Settings() : null;

    /// <summary>Connects to it.</summary>
    /// <param name="identity">Who the node is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ForeseenException">The hub has none, or another than it had.</exception>
    /// <exception cref="HttpRequestException">The hub cannot be reached.</exception>
    public async Task<ChainConnection> ConnectAsync(PeerIdentity identity, CancellationToken cancellation)
    {
        var (hub, link) = (Hub!, Link(identity));
        try
        {
            var place = PlaceIn(await link.LedgerAsync(cancellation));
            Note(hub, place);
            return ChainConnection.To(new LinkWay(link), hub, place, context.Surroundings.Clock);
        }
        catch
        {
            link.Dispose();
            throw;
        }
    }

    /// <summary>A link to the hub.</summary>
    /// <param name="identity">Who the node is.</param>
    public SwarmLink Link(PeerIdentity identity)
    {
        var clock = context.Surroundings.Clock;
        return new SwarmLink(Hub!, identity, new EnvelopeWriter(identity, new NetworkId(Settings!.Network), MessageKinds.FromPeers, clock), clock);
    }

    private static ContractPlace PlaceIn(string? told)
    {
        try
        {
            return told is null
                ? throw new ForeseenException("the hub keeps no ledger", "Ask its operator which chain its swarm uses, and say so by blockassist chain use.")
                : JsonSerializer.Deserialize(told, ContributingJson.Default.LedgerPlace) is not { Checked: { } place } read ? throw new JsonException("no place")
                : read.IsElsewhere
                ? throw new ForeseenException($"the swarm's contributions are on chain {place.ChainId}", $"Use it by a node of that chain: blockassist chain use URL --contract {place.Contract}.")
                : place;
        }
        catch (JsonException)
        {
            throw new ForeseenException("what the hub says of its ledger cannot be read", "Is it of another version?");
        }
    }

    private void Note(SwarmAddress hub, ContractPlace place)
    {
        if (Known is { } known && known != place)
        {
            throw new ForeseenException(
                $"the hub has another ledger than it had: {place} instead of {known}", $"If its operator says that this is right, delete {_folder.HubFile}: all is delivered there anew.");
        }

        if (Known is null)
        {
            KnownFile.Write(new KnownHubLedger(hub.Hub.ToString(), new LedgerPlace(place.ChainId, place.Contract.ToString())));
        }
    }

    private KnownHubLedger? ReadKnown()
    {
        try
        {
            return KnownFile.Read();
        }
        catch (JsonException error)
        {
            throw new ForeseenException($"{_folder.HubFile} cannot be read: {error.Message}", "Put a copy of it back, or delete it.");
        }
    }
}
