using System.Text.Json;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Outboxes;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Doctor;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;

namespace BlockAssist.Cli.Monitoring;

/// <summary>Says how a node does, from what it knows of itself and what is in its home.</summary>
/// <param name="context">The home and the clock.</param>
/// <param name="vitals">What it knows of itself.</param>
/// <param name="shared">How many sessions are shared; null where none are by design.</param>
/// <param name="hub">What its hub knows of itself; null if it is none.</param>
/// <param name="ledger">Where contributions go if this node is a hub whose ledger takes them; null if it is none.</param>
internal sealed class NodeReporter(CommandContext context, NodeVitals vitals, Func<int>? shared, HubVitals? hub = null, HubLedger? ledger = null)
{
    // Whoever asks again and again reads the home no more often.
    private static readonly TimeSpan Holding = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private (string Text, long At)? _page;

    /// <summary>How it does now.</summary>
    public NodeHealth Health() => NodeHealth.Of(vitals.Now(), vitals.Age, HomeChecks.FreeBytes(context.Home.Path));

    /// <summary>Its figures.</summary>
    public string Metrics()
    {
        lock (_lock)
        {
            var clock = context.Surroundings.Clock;
            if (_page is not { } page || clock.GetElapsedTime(page.At) >= Holding)
            {
                _page = page = (Write(), clock.GetTimestamp());
            }

            return page.Text;
        }
    }

    private string Write()
    {
        var page = new MetricsPage();
        NodeMetrics.Write(page, vitals.Now(), Health());
        page.Gauge("blockassist_traffic_budget_bytes", "Bytes that may go over the network in a day before no more leases are taken.", vitals.BytesADay);
        NodeMetrics.WriteHome(page, Try(() => SwarmView.NodeIn(context.Home).Credit), Try<int?>(() => shared?.Invoke()), Try(CountOutbox), HomeChecks.FreeBytes(context.Home.Path));
        if (hub is not null)
        {
            HubMetrics.Write(page, hub);
        }

        ProcessMetrics.Write(page);
        return page.ToString();
    }

    private OutboxCount? CountOutbox()
    {
        var folder = ChainFolder.Of(context.Home);
        var place = NodeChain.PlaceKnown(context) ?? Own();
        if (place is null || !File.Exists(folder.Outbox))
        {
            return null;
        }

        using var outbox = new Outbox(folder.Outbox, Patience);
        return outbox.Count(place);
    }

    private ContractPlace? Own() => ledger?.Place is { } place ? JsonSerializer.Deserialize(place, ContributingJson.Default.LedgerPlace)?.Checked : null;

    // A file that cannot be read now costs its figures, not all others.
    private T? Try<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (Failure.IsForeseen(error))
        {
            context.Log.Debug(error, "A figure is not known");
            return default;
        }
    }
}
